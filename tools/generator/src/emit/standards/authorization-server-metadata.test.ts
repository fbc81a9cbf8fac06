import { describe, expect, test } from 'vitest'
import type { Model } from '../../model/model.js'
import { acmeWithFragment } from '../../spec/acme.fixture.js'
import { digitalOcean, gitHub, slack } from '../../spec/providers.fixture.js'
import { jsonOf, modelFrom } from '../model.fixture.js'
import { ourModel } from '../our-spec.fixture.js'
import { authorizationServerMetadata } from './authorization-server-metadata.js'

const metadataOf = (model: Model) => jsonOf(authorizationServerMetadata, model)

describe.each([
  ['ours', ourModel],
  ['acme', () => modelFrom(acmeWithFragment)],
  ['gitHub', () => modelFrom(gitHub)],
  ['digitalOcean', () => modelFrom(digitalOcean)],
  ['slack', () => modelFrom(slack)],
])('%s', (_, model) => {
  test('what RFC 8414 §2 and §3.2 require is there, in their forms', async () => {
    const metadata = metadataOf(await model())
    expect(metadata.issuer).toMatch(/^https:\/\/[^?#]+$/)
    for (const [name, value] of Object.entries(metadata)) {
      if (name.endsWith('_endpoint'))
        expect([name, value]).toEqual([name, expect.stringMatching(/^https:[^#]+$/)])
      if (!/_(supported)$/.test(name)) continue
      // A claim with no elements must be left out, and each of these is an array of strings.
      expect([name, value]).toEqual([name, expect.arrayContaining([expect.any(String)])])
    }
    expect(Object.keys(metadata)).toEqual(
      expect.arrayContaining([
        'issuer',
        'authorization_endpoint',
        'token_endpoint',
        'response_types_supported',
      ]),
    )
    // Left out, it would mean that there is the implicit grant too.
    expect(metadata.grant_types_supported).toContain('authorization_code')
    expect(metadata.grant_types_supported.includes('implicit')).toBe(
      metadata.response_modes_supported.includes('fragment'),
    )
    // Left out, these would mean HTTP Basic, which none of these providers is described with.
    expect(metadata).toHaveProperty('token_endpoint_auth_methods_supported')
    expect('revocation_endpoint' in metadata).toBe('revocation_endpoint_auth_methods_supported' in metadata)
  })
})

test('a secret that must be sent leaves no way for public clients', async () => {
  expect(metadataOf(await modelFrom(digitalOcean))).toMatchObject({
    token_endpoint_auth_methods_supported: ['client_secret_post'],
    response_types_supported: ['code', 'token'],
    response_modes_supported: ['query'],
  })
})

test('what the form has no words for is left out: a bearer that revokes, and refreshing elsewhere', async () => {
  const metadata = metadataOf(await modelFrom(digitalOcean))
  expect(metadata).not.toHaveProperty('revocation_endpoint')
  expect(metadata.grant_types_supported).toEqual(['authorization_code'])
})

test('what the spec does not say is left out', async () => {
  const metadata = metadataOf(await modelFrom(slack))
  expect(metadata).not.toHaveProperty('code_challenge_methods_supported')
  expect(metadata.response_types_supported).toEqual(['code'])
  expect(metadata.description).not.toContain('publishes')
})
