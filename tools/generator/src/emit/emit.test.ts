import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allScopes } from '../model/scope-model.js'
import { providers } from '../spec/providers.fixture.js'
import { modelFrom } from './model.fixture.js'
import { ProviderFolder } from './provider-folder.fixture.js'

describe('the generated files of every provider', () => {
  let generated: ProviderFolder
  let complaints: string[]

  beforeAll(async () => {
    generated = await ProviderFolder.open()
    complaints = generated.compile()
  }, 60_000)

  afterAll(() => generated.close())

  const imported = (path: string) => import(pathToFileURL(join(generated.folder, 'out', path)).href)

  test('compile as strictly as the repository, with types that need no inference', () => {
    expect(complaints).toEqual([])
  })

  test('are formatted as the formatter would', async () => {
    expect(await generated.unformatted()).toBe('')
  }, 30_000)

  test('a request that is written reads back as what it said', async () => {
    const { encodeAuthorizeRequest, encodeExchangeRequest, Fields } =
      await imported('acme/client/internal.js')
    const { decodeAuthorizeRequest, decodeExchangeRequest } = await imported(
      'acme/server/generated/requests.js',
    )
    const authorize = { clientId: 'me', responseType: 'code', scope: 'box:read', maxAge: 60 }
    const parameters = encodeAuthorizeRequest(authorize)
    expect(`${parameters}`).toBe('client_id=me&response_type=code&max_age=60&scope=box%3Aread')
    expect(decodeAuthorizeRequest(Fields.fromParameters(parameters))).toEqual(authorize)
    const exchange = { clientId: 'me', code: 'c' }
    expect(decodeExchangeRequest(Fields.fromParameters(encodeExchangeRequest(exchange)))).toEqual(exchange)
  })

  test('a constant is checked, and may be left out only where it is assumed', async () => {
    const { Fields } = await imported('acme/client/internal.js')
    const { decodeExchangeRequest, decodeRefreshRequest } = await imported(
      'acme/server/generated/requests.js',
    )
    const fields = (text: string) => Fields.fromParameters(new URLSearchParams(text))
    expect(decodeExchangeRequest(fields('client_id=me&code=c'))).toEqual({ clientId: 'me', code: 'c' })
    expect(() => decodeExchangeRequest(fields('grant_type=other&client_id=me&code=c'))).toThrow(
      'grant_type is malformed',
    )
    expect(() => decodeRefreshRequest(fields('refresh_token=t'))).toThrow('grant_type is missing')
    expect(decodeRefreshRequest(fields('grant_type=refresh_token&token=t'))).toEqual({ refreshToken: 't' })
  })

  test('an answer is read by the names and rules of the spec', async () => {
    const { decodeTokenResponse, Fields } = await imported('acme/client/internal.js')
    const answer = {
      access_token: 'a',
      token_type: 'Bearer',
      expires_in: 60,
      refresh_token: null,
      scopes: 'box:read',
      more: 1,
    }
    expect(decodeTokenResponse(Fields.fromJson(JSON.stringify(answer)))).toEqual({
      accessToken: 'a',
      tokenType: 'bearer',
      expiresIn: 60,
      refreshToken: undefined,
      scope: 'box:read',
    })
    const two = { ...answer, scope: 'box:write' }
    expect(() => decodeTokenResponse(Fields.fromJson(JSON.stringify(two)))).toThrow('scopes is contradictory')
  })

  test.each(providers)('%s: what the hierarchy says is what the model says', async (name, spec) => {
    const { hierarchy } = await imported(`${name}/client/generated/hierarchy.js`)
    const { scopes } = await modelFrom(spec)
    const includes = allScopes(scopes).map((scope) => [scope.text, scope.includes])
    expect(hierarchy.includes).toEqual(Object.fromEntries(includes))
    expect(hierarchy.aliases).toEqual(Object.fromEntries(scopes.aliases))
    expect(hierarchy.wildcard).toBe(scopes.wildcard?.scope)
  })

  test('constants are the scopes themselves', async () => {
    const { Boxes, Crates, all, offline } = await imported('acme/client/generated/scopes.js')
    expect([Boxes.readOnly, Crates.readWrite, all, offline]).toEqual([
      'box:read',
      'box:write',
      '*',
      'offline',
    ])
    const gitHub = await imported('git-hub/client/generated/scopes.js')
    expect(gitHub.repoStatus).toBe('repo:status')
    const { remove } = await imported('digital-ocean/client/generated/families/droplet.js')
    expect(remove).toBe('droplet:delete')
  })

  test('the provider is one value', async () => {
    const { acmeCloud } = await imported('acme/server/generated/provider.js')
    expect(acmeCloud).toMatchObject({
      name: 'Acme Cloud',
      tokenResponse: { scopes: ['scope', 'scopes'] },
      errors: { invalid_request: 400, invalid_grant: 400 },
      credentials: { clientId: 20, clientSecret: 40, code: 20, accessToken: 64, refreshToken: 64 },
      lifetimes: { code: 60, accessToken: 3600 },
      api: {
        basePath: '/v1',
        headers: { granted: 'X-Granted', accepted: 'X-Needed' },
        refusal: { error: '{reason}' },
        errors: { insufficientScope: { status: 403, reason: 'Too little' } },
      },
    })
    expect(acmeCloud.api.operations).toHaveLength(8)
    const endpoint = (name: string) =>
      acmeCloud.endpoints.find((candidate: { name: string }) => candidate.name === name)
    expect(endpoint('exchange')).toMatchObject({
      selector: { parameter: 'grant_type', value: 'authorization_code', assumed: true },
      parameters: ['client_id', 'code', 'grant_type'],
    })
    expect(acmeCloud.secretParameters).toEqual(['access_token', 'code', 'refresh_token', 'token'])
    expect(endpoint('leave').decode()).toEqual({})
    expect(endpoint('leave')).not.toHaveProperty('selector')
  })

  test('what a provider does otherwise stands in its value', async () => {
    const { slack } = await imported('slack/server/generated/provider.js')
    expect(slack).toMatchObject({
      tokenResponse: { scopes: ['scope'], type: 'bot', userToken: { within: 'authed_user', type: 'user' } },
      errorResponse: { flags: { ok: false }, described: false },
      api: { refusal: { ok: false, error: '{reason}' } },
    })
    const named = (name: string) => slack.endpoints.find((one: { name: string }) => one.name === name)
    expect(named('revoke')).toMatchObject({ authentication: 'bearer', flags: { ok: true, revoked: true } })
    expect(named('exchange').errorNames).toMatchObject({ invalid_grant: 'invalid_code' })
    expect(named('refresh').errorNames).toMatchObject({ invalid_grant: 'invalid_refresh_token' })
    const { gitHub } = await imported('git-hub/server/generated/provider.js')
    expect(gitHub.tokenResponse).toEqual({ scopes: ['scope'], separator: ',' })
  })
})
