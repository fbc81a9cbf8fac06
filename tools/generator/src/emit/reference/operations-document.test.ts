import { expect, test } from 'vitest'
import { jsonOf, modelFrom } from '../model.fixture.js'
import { operationsDocument } from './operations-document.js'

test('each operation has its id and what holds: the sets of scopes that it needs, or who may call it without', async () => {
  const { title, apiVersion, basePath, operations } = jsonOf(operationsDocument, await modelFrom())
  expect([title, apiVersion, basePath]).toEqual(["Operations of Acme Cloud's API", '3.2.1', '/v1'])
  expect(operations).toEqual({
    'GET /boxes': { id: 'list-boxes', needs: [['box:read']] },
    'POST /boxes': { id: 'post-box', needs: [['box:write']] },
    'GET /boxes/{boxId}': { id: 'get-box', needs: [['box:read']] },
    'POST /gifts': { id: 'post-gift', needs: [['box:write', 'gift_card:write'], ['*']] },
    'GET /open': { id: 'get-open', auth: 'none' },
    'GET /quiet': { id: 'get-quiet', auth: 'any_token' },
    'GET /me': { id: 'get-me', auth: 'any_token' },
    'GET /mine': { id: 'get-mine', auth: 'pat' },
  })
})
