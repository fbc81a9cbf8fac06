// What the client asks and the fake server answers, over sockets, held against the documents
// that the reference offers.
import { LinodeLoginClient, MemoryPendingLogins, OAuthScopes, ServerError } from '@linode-login/core'
import { type ConfidentialClient, FakeLogin, type PublicClient } from '@linode-login/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { credentials } from '../fake/ask.fixture.js'
import { root } from '../repository.js'
import { ReferenceDocuments } from './documents.fixture.js'

const redirectUri = 'https://app.example/callback'
const reference = `${root}packages/core/reference`

let login: FakeLogin
beforeAll(async () => {
  login = await FakeLogin.start()
})
afterAll(() => login.stop())

/** A client whose calls are judged, and a login that came back from the server. */
async function start(app: PublicClient | ConfidentialClient = login.registerClient({ redirectUri })) {
  const documents = new ReferenceDocuments(reference)
  const client = new LinodeLoginClient({ ...app, redirectUri, baseUrl: login.url, fetch: documents.fetch })
  const pending = new MemoryPendingLogins()
  const { url } = await client.beginLogin({ scopes: [OAuthScopes.Linodes.readOnly], pending })
  const sent = await documents.fetch(url, { redirect: 'manual' })
  const callback = sent.headers.get('location') ?? ''
  return { documents, app, client, callback, complete: () => client.completeLogin(callback, { pending }) }
}

/** What the token endpoint answers to a form. */
async function ask(documents: ReferenceDocuments, form: Record<string, string>): Promise<unknown> {
  const answer = await documents.fetch(`${login.url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  })
  return answer.json()
}

test('a sign-in, a refresh and both ends of a token are as the OpenAPI document says', async () => {
  const { documents, client, complete } = await start()
  const token = await client.refreshOAuthToken(await complete())
  await client.expireToken(token)
  await client.expireToken(token, { legacy: true })
  await documents.fetch(`${login.url}/logout`, { redirect: 'manual' })
  expect(documents.verdicts).toEqual([
    ['GET /oauth/authorize 303', undefined],
    ['POST /oauth/token 200', undefined],
    ['POST /oauth/token 200', undefined],
    ['POST /oauth/revoke 200', undefined],
    ['POST /oauth/token/expire 200', undefined],
    ['GET /logout 303', undefined],
  ])
})

test("so is a public client's, whose refresh token is null", async () => {
  const { documents, complete } = await start(login.registerClient({ redirectUri, public: true }))
  expect((await complete()).refreshToken).toBeUndefined()
  expect(documents.verdicts.map(([, fault]) => fault)).toEqual([undefined, undefined])
})

test('refusals have a status that the document knows, and a body that it describes', async () => {
  const { documents, client, app, callback } = await start()
  const { client_id = '', client_secret = '' } = credentials(app)
  await expect(client.refreshOAuthToken('0'.repeat(64))).rejects.toThrow(ServerError)
  await ask(documents, {
    client_id,
    client_secret: 'wrong',
    code: new URL(callback).searchParams.get('code') ?? '',
  })
  await ask(documents, {
    client_id,
    client_secret,
    grant_type: 'refresh_token',
    refresh_token: 'r',
    scope: 'a',
  })
  expect(documents.verdicts.slice(1)).toEqual([
    ['POST /oauth/token 400', undefined],
    ['POST /oauth/token 401', undefined],
    ['POST /oauth/token 400', undefined],
  ])
})

test('so has what the authorization endpoint shows the user instead of sending the browser back', async () => {
  await using asking = await FakeLogin.start({ consent: 'page' })
  const documents = new ReferenceDocuments(reference)
  const { clientId } = asking.registerClient({ redirectUri })
  const shown = async (given: Record<string, string>) => {
    const good = { client_id: clientId, response_type: 'code', redirect_uri: redirectUri }
    const query = new URLSearchParams({ ...good, ...given })
    await documents.fetch(`${asking.url}/oauth/authorize?${query}`, { redirect: 'manual' })
  }
  await shown({})
  await shown({ client_id: '0'.repeat(20) })
  await shown({ redirect_uri: 'https://other.example/' })
  asking.on('authorize').once({ status: 400, body: 'no' }).thenReal()
  await shown({})
  expect(documents.verdicts).toEqual([
    ['GET /oauth/authorize 200', undefined],
    ['GET /oauth/authorize 400', undefined],
    ['GET /oauth/authorize 400', undefined],
    ['GET /oauth/authorize 400', 'an answer of text/plain is not known'],
  ])
})

test('a bad request, an answer that is none and a status that nobody knows are told', async () => {
  const { documents, app } = await start()
  const { client_id = '', client_secret = '' } = credentials(app)
  const good = { client_id, client_secret, grant_type: 'refresh_token', refresh_token: 'r' }
  await ask(documents, { ...good, grant_type: 'password' })
  login
    .on('refresh')
    .once({ status: 200, json: { access_token: 'a' } })
    .thenReal()
  await ask(documents, good)
  login.on('refresh').once({ status: 418, body: '{}' }).thenReal()
  await ask(documents, good)
  await documents.fetch(`${login.url}/oauth/authorize?client_id=${client_id}`, { redirect: 'manual' })
  expect(documents.verdicts.slice(1)).toEqual([
    ['POST /oauth/token 400', expect.stringContaining('must match exactly one schema in oneOf')],
    ['POST /oauth/token 200', expect.stringContaining("must have required property 'token_type'")],
    ['POST /oauth/token 418', 'status 418 is not known'],
    [expect.stringMatching(/^GET \/oauth\/authorize /), 'response_type is missing in the URL'],
  ])
})

test('the JSON Schemas accept the answers of the server, each its own, and refuse what is bent', async () => {
  const { documents, app, callback } = await start()
  const { client_id = '', client_secret = '' } = credentials(app)
  const { searchParams } = new URL(callback)
  const form = { client_id, client_secret, redirect_uri: redirectUri, code: searchParams.get('code') ?? '' }
  const accepted = (message: unknown) =>
    ['token-response', 'error-response'].filter((name) => documents.accepts(name, message))

  const refusal = await ask(documents, { ...form, client_secret: 'wrong' })
  // The login was begun with a challenge, so the code is void without its verifier.
  const other = await ask(documents, form)
  expect([accepted(refusal), accepted(other)]).toEqual([['error-response'], ['error-response']])
  expect(documents.accepts('authorization-response', Object.fromEntries(searchParams))).toBe(true)
  expect(documents.accepts('exchange-request', form)).toBe(true)
  expect(documents.accepts('exchange-request', { ...form, code: '' })).toBe(false)

  const plain = await documents.fetch(
    `${login.url}/oauth/authorize?${new URLSearchParams({ client_id, response_type: 'code', redirect_uri: redirectUri })}`,
    { redirect: 'manual' },
  )
  const code = new URL(plain.headers.get('location') ?? '').searchParams.get('code') ?? ''
  const answer = Object(await ask(documents, { ...form, code }))
  expect(accepted(answer)).toEqual(['token-response'])
  for (const bent of [
    { access_token: undefined },
    { access_token: 'a b' },
    { access_token: 1 },
    { token_type: 'mac' },
    { expires_in: -1 },
    { expires_in: '2 hours' },
    { refresh_token: 0 },
    { scope: ['linodes:*'] },
  ]) {
    const message = JSON.parse(JSON.stringify({ ...answer, ...bent }))
    expect([bent, accepted(message)]).toEqual([bent, []])
  }
})

test('the fragment of the implicit grant is as its schema says', async () => {
  await using lenient = await FakeLogin.start({ profile: 'linode' })
  const documents = new ReferenceDocuments(reference)
  const query = new URLSearchParams({
    client_id: lenient.registerClient({ redirectUri }).clientId,
    response_type: 'token',
    redirect_uri: redirectUri,
    scope: 'linodes:read_only',
    state: 's',
  })
  const sent = await documents.fetch(`${lenient.url}/oauth/authorize?${query}`, { redirect: 'manual' })
  const { hash } = new URL(sent.headers.get('location') ?? '')
  const answer = Object.fromEntries(new URLSearchParams(hash.slice(1)))
  expect(documents.verdicts).toEqual([['GET /oauth/authorize 303', undefined]])
  expect(documents.accepts('authorize-request', Object.fromEntries(query))).toBe(true)
  expect(documents.accepts('implicit-response', answer)).toBe(true)
  expect(documents.accepts('implicit-response', { ...answer, access_token: '' })).toBe(false)
})
