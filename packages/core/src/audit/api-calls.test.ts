// Calls of the API, told from those to other places.
import { expect, test } from 'vitest'
import { auditingFetch } from '../audit.js'
import { failure } from '../errors/safe.fixture.js'
import { answer, answering, notAuthorized } from './answers.fixture.js'

const denied = () => answer(401, 'domains:*', 'linodes:read_only', notAuthorized)

test.each<[string | URL | Request, string | URL | undefined]>([
  ['https://api.linode.com/v4/account', undefined],
  [new URL('HTTPS://API.linode.com:443/v4/account'), undefined],
  [new Request('https://api.linode.com/v4/account'), undefined],
  ['http://127.0.0.1:8080/linode/v4/account?page=2', 'http://127.0.0.1:8080/linode'],
  ['http://127.0.0.1:8080/linode/v4/account', new URL('http://127.0.0.1:8080/linode/')],
])('%s is a call of it (option: %s)', async (input, apiUrl) => {
  const watched = auditingFetch(answering(denied()), { asked: [], apiUrl })
  expect(await failure(watched(input))).toMatchObject({ missing: ['linodes:read_only'] })
  expect(watched.report()).toMatchObject({ calls: 1 })
})

test.each<[string | URL, string | undefined]>([
  ['https://api.linode.com.evil.example/v4/account', undefined],
  ['https://evil.example/https://api.linode.com/', undefined],
  ['http://api.linode.com/v4/account', undefined],
  ['/v4/account', undefined],
  ['http://127.0.0.1:8080/linodes', 'http://127.0.0.1:8080/linode'],
])('B16 %s asks for no scope, whatever it answers', async (input, apiUrl) => {
  const watched = auditingFetch(answering(denied()), { asked: [], apiUrl })
  expect((await watched(input)).status).toBe(401)
  expect(watched.report()).toMatchObject({ calls: 0, missing: [] })
})

test('B16 what answered after a redirect to another place asks for no scope either', async () => {
  const elsewhere = { redirected: { value: true }, url: { value: 'https://evil.example/v4/account' } }
  const answered = Object.defineProperties(denied(), elsewhere)
  const watched = auditingFetch(answering(answered), { asked: [] })
  expect((await watched('https://api.linode.com/v4/account')).status).toBe(401)
  expect(watched.report()).toMatchObject({ calls: 0, missing: [] })
})

test.each([
  ['api.linode.com'],
  ['https://api.linode.com?x'],
  ['https://api.linode.com/v4'],
  ['http://127.0.0.1:8080/linode/v4/'],
  ['ftp://api.linode.com'],
  ['https://bob:hunter2@api.linode.com'],
  ['https://api.linode.com//'],
  ['https://api.linode.com/%76%34'],
  [''],
  [5],
])('%j is no URL of an API', (apiUrl) => {
  const wrap = () => Reflect.apply(auditingFetch, undefined, [fetch, { asked: [], apiUrl }])
  expect(wrap).toThrow('apiUrl: expected a plain URL without user, query and /v4, such as https://api')
})
