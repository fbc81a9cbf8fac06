import { expect, test } from 'vitest'
import type { Model } from '../model/model.js'
import { digitalOcean, slack } from '../providers.fixture.js'
import { authorizationServerMetadata } from './authorization-server-metadata.js'
import { jsonOf, modelFrom } from './model.fixture.js'
import { ourModel } from './our-spec.fixture.js'

const metadataOf = (model: Model) => jsonOf(authorizationServerMetadata, model)

test('what RFC 8414 asks for is there, and it says that the provider publishes none', async () => {
  const { scopes_supported: scopes, ...rest } = metadataOf(await ourModel())
  expect(rest).toEqual({
    $comment: 'words',
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

test('a secret that must be sent leaves no way for public clients', async () => {
  expect(metadataOf(await modelFrom(digitalOcean))).toMatchObject({
    token_endpoint_auth_methods_supported: ['client_secret_post'],
    response_types_supported: ['code', 'token'],
    response_modes_supported: ['query'],
  })
})

test('what the spec does not say is left out', async () => {
  const metadata = metadataOf(await modelFrom(slack))
  expect(metadata).not.toHaveProperty('code_challenge_methods_supported')
  expect(metadata).not.toHaveProperty('revocation_endpoint_auth_methods_supported')
  expect(metadata.response_types_supported).toEqual(['code'])
  expect(metadata.description).not.toContain('publishes')
})
