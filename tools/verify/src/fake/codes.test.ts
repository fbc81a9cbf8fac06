// Codes and challenges: what the fake server demands of who brings one, seen through
// the client and without it.
import { createHash } from 'node:crypto'
import { MemoryPendingLogins } from '@linode-login/node'
import { FakeLogin } from '@linode-login/testing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { comeBack, fakeClientOf, loginThatCameBack } from '../client/logins/comes-back.fixture.js'
import { redirectUri } from '../client/refusal.fixture.js'
import { rejection, safe } from '../client/secrets/safety.fixture.js'
import { authorize, callApi, comeBackWith, credentials, post } from './ask.fixture.js'

let login: FakeLogin

beforeEach(async () => {
  login = await FakeLogin.start()
})

afterEach(() => login.stop())

const verifier = 'v'.repeat(43)
const challenge = createHash('sha256').update(verifier).digest('base64url')
const withChallenge = { code_challenge: challenge, code_challenge_method: 'S256' }

test('S4 a code that is used again is refused, and every token that came of it is revoked', async () => {
  const { client, pending, callback, secrets } = await loginThatCameBack(login)
  const token = await client.completeLogin(callback, { pending })
  const next = await client.refreshOAuthToken(token)
  expect((await callApi(login, next.accessToken)).status).toBe(200)
  const again = client.finishOAuth(secrets.code, { codeVerifier: secrets.codeVerifier })
  expect(safe(await rejection(again), secrets).code).toBe('invalid_grant')
  for (const { accessToken } of [token, next]) expect((await callApi(login, accessToken)).status).toBe(401)
  expect(safe(await rejection(client.refreshOAuthToken(next))).code).toBe('invalid_grant')
})

test('S4 of ten exchanges of one code at once, one succeeds', async () => {
  const { client, secrets } = await loginThatCameBack(login)
  const { code, codeVerifier } = secrets
  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, () => client.finishOAuth(code, { codeVerifier })),
  )
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('S4 a code lives ten minutes', async () => {
  const [young, old] = [await loginThatCameBack(login), await loginThatCameBack(login)]
  login.clock.advance({ minutes: 9, seconds: 59 })
  await expect(young.client.completeLogin(young.callback, { pending: young.pending })).resolves.toBeDefined()
  login.clock.advance({ seconds: 1 })
  const { code, codeVerifier } = old.secrets
  const late = safe(await rejection(old.client.finishOAuth(code, { codeVerifier })), old.secrets)
  expect(late.code).toBe('invalid_grant')
})

test("S4 another client's attempt neither works nor uses the code up", async () => {
  const { client, pending, callback, secrets } = await loginThatCameBack(login)
  const { code, codeVerifier } = secrets
  const thief = fakeClientOf(login)
  expect(safe(await rejection(thief.finishOAuth(code, { codeVerifier })), secrets).code).toBe('invalid_grant')
  await expect(client.completeLogin(callback, { pending })).resolves.toBeDefined()
})

describe.each([true, false])('S3 with a client that is public: %s', (isPublic) => {
  /** What an exchange is answered, by what the authorization request and the exchange said of PKCE. */
  async function exchanged(asked: object, brought: object): Promise<unknown> {
    const app = isPublic
      ? login.registerClient({ redirectUri, public: true })
      : login.registerClient({ redirectUri })
    const code = (await comeBackWith(login, { client_id: app.clientId, ...asked })).get('code') ?? ''
    const form = {
      grant_type: 'authorization_code',
      ...credentials(app),
      redirect_uri: redirectUri,
      code,
      ...brought,
    }
    const answer = await post(login, '/oauth/token', form)
    return (await answer.json()).error ?? answer.status
  }

  test('a challenge and its verifier', async () => {
    expect(await exchanged(withChallenge, { code_verifier: verifier })).toBe(200)
  })

  test.each([
    ['no verifier', {}],
    ['a wrong verifier', { code_verifier: 'w'.repeat(43) }],
    ['the challenge for a verifier', { code_verifier: challenge }],
  ])('a challenge demands its verifier: %s', async (_, brought) => {
    expect(await exchanged(withChallenge, brought)).toBe('invalid_grant')
  })

  test.each([
    ['plain', { code_challenge: challenge, code_challenge_method: 'plain' }],
    ['no method, which means plain', { code_challenge: challenge }],
  ])('a challenge by %s is refused at once', async (_, asked) => {
    const app = login.registerClient({ redirectUri })
    const back = await comeBackWith(login, { client_id: app.clientId, ...asked })
    expect([back.get('error'), back.get('code')]).toEqual(['invalid_request', null])
  })
})

test('S3 a verifier without a challenge is refused', async () => {
  const client = fakeClientOf(login)
  const code = new URL(await comeBack(client.generateLoginUrl())).searchParams.get('code') ?? ''
  const work = client.finishOAuth(code, { codeVerifier: verifier })
  expect(safe(await rejection(work), { code, verifier }).code).toBe('invalid_grant')
})

test('S3 C22 a public client must send a challenge; asked to, every client must; and the client always does', async () => {
  const app = login.registerClient({ redirectUri, public: true })
  expect((await comeBackWith(login, { client_id: app.clientId })).get('error')).toBe('invalid_request')
  await using strict = await FakeLogin.start({ requirePkce: 'always' })
  const confidential = strict.registerClient({ redirectUri })
  const { headers } = await authorize(strict, { client_id: confidential.clientId })
  expect(headers.get('location')).toContain('error=invalid_request')
  const client = fakeClientOf(strict)
  const pending = new MemoryPendingLogins({ clock: strict.clock })
  const { url } = await client.beginLogin({ pending })
  await expect(client.completeLogin(await comeBack(url), { pending })).resolves.toBeDefined()
})
