import { expect, test } from 'vitest'
import type { EndpointEntry, EndpointsDocument } from '../spec/endpoints-document.js'
import { readEndpoints, readMessages } from './read-endpoints.js'

const words = { title: 'T', description: 'D.', source: 'facts' }

function document(endpoint: Partial<EndpointEntry>): EndpointsDocument {
  const refusal = { status: 400, reason: 'r', description: 'd' }
  return {
    provider: { name: 'P', loginUrl: 'https://l.example', apiUrl: 'https://a.example' },
    endpoints: { sign_in: { ...words, method: 'POST', path: '/in', answer: { status: 200 }, ...endpoint } },
    messages: {
      token_response: {
        ...words,
        fields: {
          access_token: { type: 'bearer_token', required: true, secret: true, description: 'The token.' },
          refresh_token: { type: 'bearer_token', nullable: true, description: 'The next.' },
          kind: {
            type: 'enum',
            values: ['a', 'b'],
            ignoreCase: true,
            aliases: ['type'],
            description: 'Which.',
          },
        },
      },
    },
    errors: {},
    credentials: { client_id: 20, client_secret: 20, code: 20, access_token: 20, refresh_token: 20 },
    lifetimes: { code: 1, access_token: 1 },
    api: {
      basePath: '',
      headers: { granted: 'G', accepted: 'A' },
      errors: { invalid_token: refusal, insufficient_scope: refusal, not_found: refusal },
    },
  }
}

test('an endpoint gets a name in code', () => {
  expect(readEndpoints(document({}))[0]).toMatchObject({
    name: 'signIn',
    method: 'POST',
    path: '/in',
    parameters: [],
    media: [],
  })
})

test.each<[string, EndpointEntry['answer'], object]>([
  [
    'a redirect with a message',
    { redirect: 'token_response' },
    { kind: 'redirect', message: 'TokenResponse' },
  ],
  ['a fragment', { redirect: 'a_b', fragment: 'c_d' }, { kind: 'redirect', message: 'AB', fragment: 'CD' }],
  [
    'a status with a message',
    { status: 201, message: 'token_response' },
    { kind: 'status', status: 201, message: 'TokenResponse' },
  ],
  ['a status alone', { status: 200 }, { kind: 'status', status: 200, message: undefined }],
  ['another page', { location: '/out' }, { kind: 'page', location: '/out' }],
])('an answer can be %s', (_, answer, expected) => {
  expect(readEndpoints(document({ answer }))[0]?.answer).toMatchObject(expected)
})

test('a parameter is a constant or a slot', () => {
  const [endpoint] = readEndpoints(
    document({
      parameters: {
        grant_type: { const: 'x', assumed: true, description: 'Kind.' },
        client_id: { type: 'text', required: true, description: 'Who.' },
        scope: { type: 'scopes', aliases: ['scopes'], description: 'What.' },
      },
    }),
  )
  expect(endpoint?.parameters).toMatchObject([
    { kind: 'constant', wireName: 'grant_type', value: 'x', assumed: true },
    {
      kind: 'slot',
      wireName: 'client_id',
      name: 'clientId',
      value: { type: 'text' },
      presence: 'required',
      secret: false,
    },
    { kind: 'slot', wireName: 'scope', aliases: ['scopes'], presence: 'optional' },
  ])
})

test('the fields of a message know how they may be left out', () => {
  const [message] = readMessages(document({}))
  expect(message?.name).toBe('TokenResponse')
  expect(message?.fields).toMatchObject([
    { name: 'accessToken', presence: 'required', secret: true },
    { name: 'refreshToken', presence: 'nullable' },
    {
      name: 'kind',
      presence: 'optional',
      value: { type: 'enum', values: ['a', 'b'], ignoreCase: true },
      aliases: ['type'],
    },
  ])
})

test('a field may stand in an object under a name of its own, and a flag has its value', () => {
  const given = document({})
  const fields = {
    user_scope: { type: 'scopes', within: 'user', name: 'scope', description: 'What.' },
    ok: { type: 'flag', is: false, required: true, description: 'No.' },
  } as const
  const [message] = readMessages({ ...given, messages: { refusal: { ...words, fields } } })
  expect(message?.fields).toMatchObject([
    { name: 'userScope', wireName: 'scope', within: 'user', value: { type: 'scopes' } },
    { name: 'ok', wireName: 'ok', within: undefined, value: { type: 'flag', is: false } },
  ])
})

test('a client shows who it is in the body unless the spec says otherwise', () => {
  const authentication = (entry: Partial<EndpointEntry>) => readEndpoints(document(entry))[0]?.authentication
  expect([authentication({}), authentication({ authentication: 'bearer' })]).toEqual(['body', 'bearer'])
})
