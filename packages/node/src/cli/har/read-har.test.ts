import { expect, test } from 'vitest'
import { readHar } from './read-har.js'

const har = (...entries: unknown[]) => JSON.stringify({ log: { entries } })
const request = { method: 'get', url: 'https://user:a1b2@api.linode.com:443/v4/account?code=a1b2#a1b2' }

test('of a call the method, the URL without what may be secret, and the scopes are taken', () => {
  const headers = [
    { name: 'X-OAUTH-SCOPES', value: 'linodes:read_only lke:*' },
    { name: 'x-accepted-oauth-scopes', value: 'account:read_only' },
    { name: 'X-Accepted-OAuth-Scopes', value: 'events:read_only' },
    { name: 'X-Accepted-OAuth-Scopes', value: 'a1b2c3d4' },
  ]
  expect(readHar(har({ request, response: { headers } }))).toEqual({
    calls: [
      {
        method: 'GET',
        origin: 'https://api.linode.com',
        path: '/v4/account',
        scopes: {
          granted: ['linodes:read_only', 'lke:*'],
          needed: ['account:read_only', 'events:read_only'],
        },
      },
    ],
    broken: 0,
  })
})

test.each([[undefined], [{}], [{ headers: 'none' }], [{ headers: [null, 1, { name: 1 }] }]])(
  'of an answer without headers, %j, no scopes are known',
  (response) => {
    expect(readHar(har({ request, response })).calls).toMatchObject([
      { scopes: { granted: undefined, needed: undefined } },
    ])
  },
)

test.each([
  ['{', 'not_json', 'The log is no JSON: it may be cut off.'],
  ['[]', 'not_har', 'The log is JSON, but no HAR: it has no list at log.entries.'],
])('%s is refused', (text, code, message) => {
  expect(() => readHar(text)).toThrow(expect.objectContaining({ code, message }))
})
