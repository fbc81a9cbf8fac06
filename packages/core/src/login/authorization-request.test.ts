// The URL that a sign-in begins with.
import { expect, test } from 'vitest'
import { clientSecret } from '../client/client.fixture.js'
import { LinodeLoginClient } from '../client/client.js'
import { resolveSettings } from '../client/client-options.js'
import { ConfigurationError, ScopeError } from '../errors/errors.js'
import { Domains, Linodes } from '../generated/scopes.js'
import { authorizationUrl, withQuery } from './authorization-request.js'

const client = new LinodeLoginClient({ clientId: 'c11e47', clientSecret })
const challenge = 'c'.repeat(43)

function parametersOf(url: string): Record<string, string> {
  return Object.fromEntries(new URL(url).searchParams)
}

test('a login URL asks for a code, with what it is given', () => {
  const url = client.generateLoginUrl({
    scopes: [Linodes.all, Domains.readOnly],
    redirectUri: 'https://app.example/callback?a=b c'.replace(' ', '%20'),
    state: 'a state & more',
    codeChallenge: challenge,
  })
  expect(url).toMatch(/^https:\/\/login\.linode\.com\/oauth\/authorize\?/)
  expect(parametersOf(url)).toEqual({
    client_id: 'c11e47',
    response_type: 'code',
    redirect_uri: 'https://app.example/callback?a=b%20c',
    scope: 'domains:read_only linodes:*',
    state: 'a state & more',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  })
})

test('what isn’t given isn’t sent', () => {
  expect(parametersOf(client.generateLoginUrl())).toEqual({ client_id: 'c11e47', response_type: 'code' })
  expect(parametersOf(client.generateLoginUrl({ scopes: [], state: undefined }))).not.toHaveProperty('scope')
})

test('C5 C24 a login URL holds no secret and never asks for a token', () => {
  const url = client.generateLoginUrl({ scopes: '*', state: 's' })
  expect(url).not.toContain(clientSecret)
  expect(parametersOf(url)['response_type']).toBe('code')
})

test('C1 an endpoint’s own query is kept', () => {
  const url = withQuery(
    'https://login.example/authorize?tenant=a%20b&x',
    new URLSearchParams({ scope: 'c d' }),
  )
  expect(url).toBe('https://login.example/authorize?tenant=a%20b&x&scope=c+d')
})

test('C9 the redirect URI stands in the URL byte for byte', () => {
  const redirectUri = 'https://App.example:443/a/../b?c=%2f&d=%C3%A9'
  expect(parametersOf(client.generateLoginUrl({ redirectUri }))['redirect_uri']).toBe(redirectUri)
  const settings = resolveSettings({ clientId: 'c', redirectUri }, {})
  expect(parametersOf(authorizationUrl(settings, { scopes: [] }))['redirect_uri']).toBe(redirectUri)
})

test.each([
  ['C22', { codeChallenge: 'v'.repeat(42) }],
  ['C22', { codeChallenge: '' }],
  ['C1', { redirectUri: 'https://app.example/#x' }],
  ['C13', { state: 'a\nb' }],
  ['an empty state', { state: '' }],
])('%s %j is refused', (_ids, options) => {
  expect(() => client.generateLoginUrl(options)).toThrow(ConfigurationError)
})

test('asking is strict: a text that holds two scopes is refused', () => {
  // @ts-expect-error: two scopes
  expect(() => client.generateLoginUrl({ scopes: ['linodes:* domains:*'] })).toThrow(ScopeError)
})

test('a scope that is newer than this package is asked for as it stands, where a caller insists', () => {
  // @ts-expect-error: not a scope that this package knows
  expect(parametersOf(client.generateLoginUrl({ scopes: ['newer:thing'] }))['scope']).toBe('newer:thing')
})

test('A33 whatever an authorization URL is made from, in double quotes a shell takes it as one word', () => {
  const client = new LinodeLoginClient({ clientId: '$(id)`id`"\'\\;|<>!' })
  const url = client.generateLoginUrl({
    redirectUri: 'https://app.example/$(id)`id`\'";|!',
    state: '$(id) `id` "\'\\;|<>! \u007e',
    codeChallenge: 'c'.repeat(43),
  })
  expect(url).toMatch(/^[\w:/?.&=%*+~-]+$/)
})
