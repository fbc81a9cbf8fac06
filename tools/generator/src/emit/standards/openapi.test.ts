import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, test } from 'vitest'
import { otherHouse } from '../../house/other-house.fixture.js'
import type { Model } from '../../model/model.js'
import { acmeWithFragment } from '../../spec/acme.fixture.js'
import { digitalOcean, gitHub, slack } from '../../spec/providers.fixture.js'
import { jsonOf, modelFrom } from '../model.fixture.js'
import { ourModel } from '../our-spec.fixture.js'
import { openapi } from './openapi.js'

const documentOf = (model: Model) => jsonOf(openapi, model)

const specs = {
  ours: ourModel(),
  acme: modelFrom(acmeWithFragment),
  gitHub: modelFrom(gitHub),
  digitalOcean: modelFrom(digitalOcean),
  slack: modelFrom(slack),
}

describe.each(Object.entries(specs))('%s', (_, model) => {
  test('is a document of OpenAPI 3.1 whose references lead somewhere, and whose components are all referred to', async () => {
    const validator = new Validator()
    const document = documentOf(await model)
    expect(await validator.validate(document)).toEqual({ valid: true })
    expect(validator.version).toBe('3.1')
    const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)]
    const known = Object.keys(document.components.schemas)
    expect([...new Set(references.map(([, name]) => name))].sort()).toEqual(known.sort())
    const schemes = Object.keys(document.components.securitySchemes ?? {})
    expect(schemes.filter((name) => !JSON.stringify(document.paths).includes(`{"${name}":[]}`))).toEqual([])
  })
})

test('a broken document is refused, so that the validator is known to look', async () => {
  const document = documentOf(await specs.ours)
  document.paths['/oauth/token'].post.responses['200'].content = 'none'
  expect(await new Validator().validate(document)).toMatchObject({ valid: false })
})

test('requests that share a path are one operation, and their bodies alternatives in every media type', async () => {
  const { post } = documentOf(await specs.ours).paths['/oauth/token']
  expect(post.operationId).toBe('exchangeOrRefresh')
  expect(Object.keys(post.requestBody.content)).toEqual([
    'application/x-www-form-urlencoded',
    'multipart/form-data',
  ])
  expect(post.requestBody.content['multipart/form-data'].schema).toEqual({
    oneOf: [
      { $ref: '#/components/schemas/ExchangeRequest' },
      { $ref: '#/components/schemas/RefreshRequest' },
    ],
  })
  expect(Object.keys(post.responses)).toEqual(['200', '400', '401'])
})

test('every request is in it, the deprecated one marked', async () => {
  const { paths } = documentOf(await specs.ours)
  expect(Object.keys(paths).sort()).toEqual([
    '/logout',
    '/oauth/authorize',
    '/oauth/revoke',
    '/oauth/token',
    '/oauth/token/expire',
  ])
  expect(paths['/oauth/token/expire'].post.deprecated).toBe(true)
  expect(paths['/oauth/revoke'].post).not.toHaveProperty('deprecated')
})

test('the document says what may be done with it, and what each good answer holds', async () => {
  const { info, paths } = documentOf(await specs.ours)
  expect(info.license).toEqual({ name: otherHouse.license, identifier: otherHouse.license })
  const wordsOf = (path: string) => paths[path].post.responses['200'].description
  expect(wordsOf('/oauth/token')).toBe('The tokens that the token endpoint gives.')
  expect(wordsOf('/oauth/revoke')).toBe('It is done. The body is ignored.')
})

test('an authorization endpoint may show a page to the user instead of sending the browser back', async () => {
  const { paths } = documentOf(await specs.ours)
  const { responses } = paths['/oauth/authorize'].get
  expect(Object.keys(responses)).toEqual(['200', '3XX', '4XX'])
  expect(responses['3XX'].description).toMatch(
    /^To the redirect URI, with the parameters of `schema\/authorization-response\.json` in its query, or those of `schema\/implicit-response\.json` in its fragment\. /,
  )
  const page = { 'text/html': { schema: { type: 'string' } } }
  expect([responses['200'].content, responses['4XX'].content]).toEqual([page, page])
  expect(Object.keys(paths['/logout'].get.responses)).toEqual(['3XX'])
})

test('a refusal under the status of success stands beside the answer', async () => {
  const { responses } = documentOf(await specs.slack).paths['/api/oauth.v2.access'].post
  expect(Object.keys(responses)).toEqual(['200'])
  expect(responses['200'].content['application/json'].schema.anyOf).toEqual([
    { $ref: '#/components/schemas/TokenResponse' },
    {
      allOf: [
        { $ref: '#/components/schemas/ErrorResponse' },
        { properties: { error: { examples: expect.arrayContaining(['invalid_code']) } } },
      ],
    },
  ])
})

test('where a refusal may come under the status of an answer whose body is ignored, that body is anything else', async () => {
  const { responses } = documentOf(await specs.gitHub).paths['/login/oauth/revoke'].post
  const [good, refusal] = responses['200'].content['application/json'].schema.anyOf
  expect(good).toEqual({
    description: 'Anything but a refusal.',
    not: { $ref: '#/components/schemas/ErrorResponse' },
  })
  expect(refusal.allOf[0]).toEqual({ $ref: '#/components/schemas/ErrorResponse' })
})

test('a request that a bearer token lets in says so, and others say that none does', async () => {
  const { paths, components } = documentOf(await specs.digitalOcean)
  expect(paths['/v1/oauth/revoke'].post.security).toEqual([{ bearer: [] }])
  expect(paths['/v1/oauth/token'].post.security).toEqual([])
  expect(components.securitySchemes.bearer).toEqual({ type: 'http', scheme: 'bearer' })
})
