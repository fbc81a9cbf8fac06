import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import type { Model } from '../../model/model.js'
import type { Vector } from '../../model/vector-list.js'
import { gitHub, slack } from '../../spec/providers.fixture.js'
import { jsonOf, modelFrom } from '../model.fixture.js'
import { examplesOf, ourModel } from '../our-spec.fixture.js'
import { jsonSchemas } from './json-schemas.js'

const ajv = new Ajv2020({ strict: true, strictRequired: false, formats: { uri: URL.canParse } })
const ours = await ourModel()

const schemaOf = (model: Model, file: string) =>
  ajv.compile(jsonOf(jsonSchemas, model, `reference/schema/${file}.json`))

describe('token-response.json, held against the examples', () => {
  const accepts = schemaOf(ours, 'token-response')
  const answers = examplesOf(ours, 'token_answers')
  // A byte order mark is no part of the JSON (RFC 8259 §8.1).
  const bodyOf = (answer: Vector) => JSON.parse(String(answer['body']).replace(/^\ufeff/, ''))

  test.each(answers.filter(({ token }) => token !== undefined))('accepts $name', (answer) => {
    expect([accepts(bodyOf(answer)), accepts.errors]).toEqual([true, null])
  })

  // That a key comes twice, or that two say different things, no schema can see.
  const seen = ['missing', 'malformed']
  test.each(answers.filter(({ problem }) => seen.includes(String(problem))))('refuses $name', (answer) => {
    expect(accepts(bodyOf(answer))).toBe(false)
  })

  test('says beside another name what it can not judge', () => {
    const { properties } = jsonOf(jsonSchemas, ours, 'reference/schema/token-response.json')
    expect(properties.scopes.$comment).toMatch(/compare them/)
    expect(properties.scope).not.toHaveProperty('$comment')
  })
})

describe('authorization-response.json, held against the examples', () => {
  const accepts = schemaOf(ours, 'authorization-response')
  const callbacks = examplesOf(ours, 'authorization_answers')
  const parameters = (answer: Vector | undefined) =>
    Object.fromEntries(new URL(String(answer?.['callback'])).searchParams)

  test.each(callbacks.filter(({ refused }) => refused === undefined))('accepts $name', (answer) => {
    expect([accepts(parameters(answer)), accepts.errors]).toEqual([true, null])
  })

  test('refuses a line break in the code', () => {
    const [answer] = callbacks.filter(({ name }) => name === 'a line break in the code')
    expect(accepts(parameters(answer))).toBe(false)
  })
})

describe('the requests, held against the examples', () => {
  const accepts = schemaOf(ours, 'authorize-request')
  const urls = examplesOf(ours, 'authorization_urls').filter(({ url }) => url !== undefined)

  test.each(urls)('authorize-request.json accepts $name', ({ url }) => {
    expect(accepts(Object.fromEntries(new URL(String(url)).searchParams))).toBe(true)
  })

  test('a constant may be left out where it is assumed, and must not differ', () => {
    const exchange = schemaOf(ours, 'exchange-request')
    expect(exchange({ client_id: 'me', code: 'c' })).toBe(true)
    expect(exchange({ client_id: 'me', code: 'c', grant_type: 'authorization_code' })).toBe(true)
    expect(exchange({ client_id: 'me', code: 'c', grant_type: 'refresh_token' })).toBe(false)
    expect(schemaOf(ours, 'refresh-request')({ client_id: 'me', refresh_token: 'r' })).toBe(false)
  })
})

test('a needed field may stand under any of its names', async () => {
  const accepts = schemaOf(await modelFrom(), 'refresh-request')
  expect(accepts({ grant_type: 'refresh_token', refresh_token: 'r' })).toBe(true)
  expect(accepts({ grant_type: 'refresh_token', token: 'r' })).toBe(true)
  expect(accepts({ grant_type: 'refresh_token' })).toBe(false)
})

test('a flag and an object within an answer are judged', async () => {
  const accepts = schemaOf(await modelFrom(slack), 'token-response')
  const answer = { ok: true, access_token: 'a', token_type: 'bot' }
  expect(accepts({ ...answer, authed_user: { scope: 'users:read', token_type: 'user' } })).toBe(true)
  expect(accepts({ ...answer, authed_user: { token_type: 'bot' } })).toBe(false)
  expect(accepts({ ...answer, ok: false })).toBe(false)
})

test('words are compared without case only where the spec says so', async () => {
  const accepts = schemaOf(await modelFrom(gitHub), 'token-response')
  expect(accepts({ access_token: 'a', token_type: 'BEARER' })).toBe(true)
  const bot = schemaOf(await modelFrom(slack), 'token-response')
  expect(bot({ ok: true, access_token: 'a', token_type: 'BOT' })).toBe(false)
})
