import { ConfigurationError, LinodeLoginClient as CoreClient } from '@linode-login/core'
import { expect, test } from 'vitest'
import { LinodeLoginClient } from './client.js'
import * as browser from './index.js'
import { pageAt } from './page.fixture.js'

const clientId = '0123456789abcdef0123'

test("the package is core's, with a client of its own", () => {
  expect(new browser.LinodeLoginClient({ clientId })).toBeInstanceOf(CoreClient)
  expect(browser.LinodeLoginClient).not.toBe(CoreClient)
  expect(browser.OAuthScopes.Linodes.readOnly).toBe('linodes:read_only')
})

test('C6 a secret has no place in a page', () => {
  // @ts-expect-error The type forbids it; a page without types is told when it runs.
  const options: browser.ClientOptions = { clientId, clientSecret: 'f'.repeat(64) }
  expect(() => new LinodeLoginClient(options)).toThrow(ConfigurationError)
  expect(() => new LinodeLoginClient({ clientId, clientSecret: undefined })).not.toThrow()
})

test.each([
  [
    'unset',
    { clientId: undefined },
    'clientId: expected the id of the OAuth client, printable ASCII of at most 4096 characters; it is missing or empty',
  ],
  [
    'empty',
    { clientId, redirectUri: '' },
    'redirectUri: expected an absolute URI without a fragment, such as https://app.example/path; it is missing or empty',
  ],
  [
    'misspelt',
    { clientId, redirectURI: 'https://app.example/' },
    'there is no option redirectURI: did you mean redirectUri?',
  ],
  [
    'left out altogether',
    undefined,
    'options: expected an object such as { clientId: … }; it is missing or empty',
  ],
])('options that are %s are told by name, as on Node', (_, options, message) => {
  const untyped = options as ConstructorParameters<typeof LinodeLoginClient>[0]
  expect(() => new LinodeLoginClient(untyped)).toThrow(message)
})

test('Y2 what a client or a call was not given is not inherited', async () => {
  const inherited = { redirectUri: 'https://evil.example', clientSecret: 'evil', pending: 'evil' }
  const names = Object.keys(inherited)
  for (const [name, value] of Object.entries(inherited)) {
    Object.defineProperty(Object.prototype, name, { value, configurable: true })
  }
  const page = pageAt('https://app.example/')
  try {
    const client = new LinodeLoginClient({ clientId })
    expect(client.redirectUri).toBeUndefined()
    await browser.signInWithRedirect(client, { page })
    expect(page.left[0]).toMatch(/^https:\/\/login\.linode\.com\/(?!.*evil)/)
  } finally {
    for (const name of names) Reflect.deleteProperty(Object.prototype, name)
  }
})
