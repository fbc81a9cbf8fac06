import { expect, test } from 'vitest'
import { faultsAfter } from '../faults.fixture.js'

test('what sends a secret is not asked with GET', async () => {
  const code = 'method: POST\n    path: /token\n    media: [application/x-www-form-urlencoded]'
  expect(await faultsAfter(['endpoints', code, code.replace('POST', 'GET')])).toEqual([
    'GET: with GET the parameters stand in the query, and "code" is secret: write POST',
  ])
})

test('a browser that is sent to log in brings its state, and a request without a secret may be any', async () => {
  const state = '      state: { type: text, secret: true, description: What comes back. }\n      max_age:'
  expect(await faultsAfter(['endpoints', '      max_age:', state])).toEqual([])
  const session = '    path: /leave\n    parameters: { session: { type: text, description: Which session. } }'
  expect(await faultsAfter(['endpoints', '    path: /leave', session])).toEqual([])
})
