// The requests in spec/vectors, each held against what core sends.
import { LinodeLoginClient, type OAuthScope } from '@linode-login/core'
import { expect, test } from 'vitest'
import { readVectors } from './vectors.js'

const { requests } = readVectors()

test.each(requests)('request: $name', async ({ operation, given, url, body }) => {
  const sent: unknown[] = []
  const client = new LinodeLoginClient({
    clientId: given['client_id'] ?? '',
    clientSecret: given['client_secret'],
    fetch: async (input, init) => {
      sent.push({ url: String(input), method: init?.method, body: String(init?.body) })
      return Response.json({ access_token: 'a1', token_type: 'bearer' })
    },
  })
  await send(client, operation, given)
  expect(sent).toEqual([{ url, method: 'POST', body }])
})

test('each kind of request is among the examples', () => {
  expect(new Set(requests.map(({ operation }) => operation))).toEqual(
    new Set(['exchange', 'refresh', 'revoke', 'expire']),
  )
})

function send(
  client: LinodeLoginClient,
  operation: string,
  given: Readonly<Record<string, string>>,
): Promise<unknown> {
  const { code = '', refresh_token: refreshToken = '', token = '', scope } = given
  switch (operation) {
    case 'exchange':
      return client.finishOAuth(code, {
        redirectUri: given['redirect_uri'],
        codeVerifier: given['code_verifier'],
      })
    case 'refresh':
      return client.refreshOAuthToken(
        refreshToken,
        scope === undefined ? {} : { scopes: scope.split(' ') as OAuthScope[] },
      )
    default:
      return client.expireToken(token, { legacy: operation === 'expire' })
  }
}
