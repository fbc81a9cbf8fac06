// The metadata in the form of RFC 8414 that is generated for Linode, to the letter.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { root } from '../repository.js'

test('what RFC 8414 knows is there, and it says that the provider publishes none', () => {
  const file = `${root}packages/core/reference/oauth-authorization-server.json`
  const { scopes_supported: scopes, ...rest } = JSON.parse(readFileSync(file, 'utf8'))
  expect(rest).toEqual({
    $comment: expect.any(String),
    description: expect.stringContaining('publishes no such document'),
    issuer: 'https://login.linode.com',
    authorization_endpoint: 'https://login.linode.com/oauth/authorize',
    token_endpoint: 'https://login.linode.com/oauth/token',
    revocation_endpoint: 'https://login.linode.com/oauth/revoke',
    response_types_supported: ['code', 'token'],
    response_modes_supported: ['query', 'fragment'],
    grant_types_supported: ['authorization_code', 'refresh_token', 'implicit'],
    token_endpoint_auth_methods_supported: ['client_secret_post', 'none'],
    revocation_endpoint_auth_methods_supported: ['client_secret_post', 'none'],
    code_challenge_methods_supported: ['S256'],
  })
  expect(scopes).toContain('linodes:read_only')
  expect(scopes).toContain('*')
  expect(scopes).not.toContain('maintenance:read_only')
})
