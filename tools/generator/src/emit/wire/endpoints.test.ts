import { expect, test } from 'vitest'
import { acme } from '../../spec/acme.fixture.js'
import { emitted } from '../model.fixture.js'
import { endpoints } from './endpoints.js'

test('the service has its origins, and each request its method and path', async () => {
  const { 'client/generated/endpoints.ts': text } = await emitted(endpoints)
  expect(text).toContain("export const loginUrl = 'https://login.acme.example'\n")
  expect(text).toContain("export const apiUrl = 'https://api.acme.example'\n")
  expect(text).toContain(
    "  /** Authorization endpoint (RFC 6749 §4.1.1). Asks the user. */\n  authorize: { method: 'GET', path: '/authorize' },\n",
  )
})

test('the names of the requests are a type that needs no constant', async () => {
  const { 'client/generated/endpoints.ts': text } = await emitted(endpoints)
  expect(text).toContain("export type EndpointName = 'authorize' | 'exchange' | 'refresh' | 'leave'\n")
})

test('what is deprecated says what to do instead', async () => {
  const { 'client/generated/endpoints.ts': text } = await emitted(endpoints)
  expect(text).toContain(
    "   * @deprecated Close the browser instead.\n   */\n  leave: { method: 'GET', path: '/leave' },\n",
  )
})

test('what comes back in a callback is listed under each of its names', async () => {
  const { 'client/generated/endpoints.ts': text = '' } = await emitted(endpoints)
  expect(text).toContain("export const callbackParameters = ['code'] as const\n")
})

test('what is secret is listed under each of its names, whether it is asked or answered', async () => {
  const names = ['access_token', 'code', 'refresh_token', 'token']
  expect(await secretParameters(acme)).toEqual(names)
  const field =
    '      pass_phrase: { type: text, secret: true, aliases: [passphrase], description: A new one. }'
  const withMore = acme.endpoints.replace('      grant_type: { const: refresh_token', `${field}\n$&`)
  expect(await secretParameters({ ...acme, endpoints: withMore })).toEqual(
    [...names, 'pass_phrase', 'passphrase'].sort(),
  )
})

async function secretParameters(spec: typeof acme): Promise<string[]> {
  const { 'client/generated/endpoints.ts': text = '' } = await emitted(endpoints, spec)
  const [, list = ''] = /secretParameters.* = \[([^\]]*)\]/.exec(text) ?? []
  return list.match(/\w+/g) ?? []
}
