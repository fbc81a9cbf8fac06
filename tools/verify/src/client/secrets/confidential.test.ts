// Where secrets pass in a whole login, and that they show nowhere on the way.
import { inspect } from 'node:util'
import { LinodeLoginClient, NetworkError, OAuthToken } from '@linode-login/node'
import { FakeLogin } from '@linode-login/testing'
import { expect, test } from 'vitest'
import { token } from '../answers/answers.fixture.js'
import { startServer } from '../hostile-server.fixture.js'
import { loginThatCameBack } from '../logins/comes-back.fixture.js'
import { allCalls, calls, clientOf, held } from '../refusal.fixture.js'
import { leaksOf, rejection, safe, shownOf } from './safety.fixture.js'
import { clientId, secrets } from './secrets.fixture.js'

test('C17 nothing that an app holds shows a secret: client, token, pending logins', async () => {
  await using login = await FakeLogin.start()
  const { client, pending, callback, secrets: ofLogin } = await loginThatCameBack(login)
  expect(leaksOf([client, pending], ofLogin)).toEqual([])
  const signedIn = await client.completeLogin(callback, { pending })
  const { accessToken, refreshToken = '' } = signedIn
  const known = {
    accessToken,
    refreshToken,
    clientSecret: String(login.requests.all('exchange')[0]?.secret('client_secret')),
  }
  expect(leaksOf([client, signedIn], known)).toEqual([])
  expect(leaksOf(new Error('wrapped', { cause: { signedIn, client } }), known)).toEqual([])
  expect({ ...signedIn }).not.toHaveProperty('accessToken')
  expect(JSON.stringify(Object.getOwnPropertyDescriptors(signedIn))).not.toContain(accessToken)
  expect(shownOf(signedIn)).toContain('linodes:read_only')
})

test('C17 the secrets come out by name, and the token comes back whole from its text', () => {
  const copy = OAuthToken.deserialize(held.serialize())
  expect(copy.equals(held)).toBe(true)
  expect([copy.accessToken, copy.refreshToken]).toEqual([secrets['accessToken'], secrets['refreshToken']])
})

test('a wrong secret that is a plain word leaves the fake server’s reason whole', async () => {
  await using login = await FakeLogin.start()
  const { clientId } = login.registerClient({ redirectUri: 'https://app.example/callback' })
  const client = new LinodeLoginClient({ clientId, clientSecret: 'wrong', baseUrl: login.url })
  const error = await rejection(client.refreshOAuthToken('a1b2c3'))
  expect(error).toMatchObject({ code: 'invalid_client', description: 'client_secret does not match' })
})

test.each(allCalls)('C17 %s puts secrets into the body of its request alone', async (call) => {
  await using server = await startServer(token())
  await calls[call](clientOf(server))
  const [request] = server.received
  expect(leaksOf({ url: request?.url, headers: request?.headers })).toEqual([])
  expect(leaksOf({ body: request?.body })).toContain('clientSecret')
})

test('C17 the record of the fake server hides them too', async () => {
  await using login = await FakeLogin.start()
  const { client, pending, callback, secrets: ofLogin } = await loginThatCameBack(login)
  const { accessToken, refreshToken = '' } = await client.completeLogin(callback, { pending })
  await client.expireToken(accessToken)
  expect(leaksOf(login.requests.all(), { ...ofLogin, accessToken, refreshToken })).toEqual([])
})

test.each(allCalls)(
  'C17 %s: a fetch that puts its request into its error gives nothing away',
  async (call) => {
    const chatty = (async (input, init) => {
      const request = inspect({ input, ...init })
      const cause = Object.assign(new SyntaxError(request), {
        request,
        config: init,
        code: String(init?.body),
      })
      throw Object.assign(new TypeError(`could not send ${request}`, { cause }), {
        config: init,
        response: { request },
      })
    }) satisfies typeof fetch
    const error = safe(
      await rejection(calls[call](clientOf({ url: 'https://login.example' }, { fetch: chatty }))),
    )
    expect(error).toBeInstanceOf(NetworkError)
    expect(error).toMatchObject({ code: 'failed', sent: 'maybe' })
  },
)

test.each([
  'a text',
  { message: 5 },
  null,
  undefined,
  new AggregateError([new Error(secrets['clientSecret'])]),
])('C17 a fetch that rejects with something odd is an error like any other: %o', async (reason) => {
  const fetch = () => Promise.reject(reason)
  const error = safe(await rejection(calls.refresh(clientOf({ url: 'https://login.example' }, { fetch }))))
  expect(error.code).toBe('failed')
})

test('C17 an option that can not be used is named, and not quoted', async () => {
  const bad = `${secrets['clientSecret']}\n`
  for (const option of ['clientSecret', 'redirectUri', 'baseUrl']) {
    const build = async () => clientOf({ url: 'https://login.example' }, { [option]: bad })
    expect(safe(await rejection(build())).code).toBe('option_invalid')
  }
  expect(clientId).toHaveLength(20)
})
