// What the message of a request without an answer names: where it went, and what the runtime says.
import { expect, test } from 'vitest'
import { refreshToken } from '../client/client.fixture.js'
import { failedRefresh } from '../transport/failed-refresh.fixture.js'

const coded = (code: unknown, more: object = {}) => Object.assign(new Error('no'), { code, ...more })
const fetchFailed = (cause: unknown) => new TypeError('fetch failed', { cause })

test.each<[string, string, unknown]>([
  ['of what is behind the error', ' (ECONNREFUSED)', fetchFailed(coded('ECONNREFUSED'))],
  ['of the error itself', ' (ENOTFOUND)', coded('ENOTFOUND')],
  [
    'of the first address of several',
    ' (ETIMEDOUT)',
    fetchFailed({ errors: [coded('ETIMEDOUT'), coded('ENETUNREACH')] }),
  ],
  ['that is no word', ' (no)', fetchFailed(coded('lost; it was sent'))],
  ['that is a number', ' (no)', fetchFailed(coded(20))],
  ['that is a secret', ' (no)', fetchFailed(coded(refreshToken.toUpperCase()))],
  [
    'that throws',
    ' (fetch failed)',
    fetchFailed(Object.defineProperty({}, 'code', { get: () => expect.fail('read') })),
  ],
  ['that there isn’t', ' (bad port)', fetchFailed(new Error('bad port'))],
  ['that there isn’t in a text', ' (bad port)', fetchFailed('bad port')],
  ['behind words that are a secret', ' (sent [hidden])', fetchFailed(new Error(`sent\n${refreshToken}`))],
  ['behind an address', '', fetchFailed(new Error('no way to https://bob:hunter2@gateway.example/login'))],
  ['behind a proxy', '', fetchFailed('bob:hunter2@proxy refused')],
  ['behind a query', '', fetchFailed(new Error('GET /a?sig=AbCdEf'))],
  ['behind a quotation', '', fetchFailed(new Error('{"password":"hunter2"}'))],
  ['without a word', '', new Error()],
  ['of nothing', '', undefined],
])('N1 C17 the origin is named, and of a code %s is told:%s', async (_, named, thrown) => {
  const baseUrl = 'http://127.0.0.1:8080/below'
  const error = await failedRefresh(() => Promise.reject(thrown), { baseUrl })
  const message = `The refresh request to http://127.0.0.1:8080 failed on the way${named}; the login server may have received it.`
  expect(error).toMatchObject({ name: 'NetworkError', code: 'failed', message })
})

test('N4 of a request that had no answer in time the origin is named', async () => {
  const error = await failedRefresh(() => new Promise(() => undefined), { timeout: 10 })
  const message =
    'The refresh request to https://login.linode.com had no answer in time; the login server may have received it.'
  expect(error).toMatchObject({ name: 'NetworkError', code: 'timeout', message })
})
