/** What an app does once a user comes back to it: the steps that the terminal and the page have in common. */
import {
  CallbackError,
  type LinodeLoginClient,
  OAuthScopes,
  type OAuthToken,
  ServerError,
} from '@linode-login/core'
import type { ApiError, Provider } from '@linode-login/testing'
import type { Narrator } from './narrator.js'

/** What the steps are taken with. */
export interface DemoContext {
  readonly narrator: Narrator
  readonly client: Pick<LinodeLoginClient, 'refreshOAuthToken' | 'expireToken'>
  /** Tells the narrator what it sends and gets. */
  readonly send: typeof fetch
  readonly apiUrl: string
  /** How the API refuses. */
  readonly refusals: Provider['api']['errors']
  /** The time on the fake's clock, in milliseconds since 1970. */
  now(): number
  /** Lets two hours pass on it. */
  advance(): void | Promise<void>
  /** How many exchanges of a code the login server has seen. */
  exchanges(): number | Promise<number>
  /** A token as the runtime prints it. */
  print(token: OAuthToken): string
}

const LINODES = '/v4/linode/instances'

/** The exchange of the code in a callback, which `complete` brings to the client: once, and again in vain. */
export async function exchangeCode(
  { narrator, exchanges, print }: DemoContext,
  complete: () => Promise<OAuthToken>,
): Promise<OAuthToken> {
  narrator.step('The app exchanges the code')
  const before = await exchanges()
  const token = await complete()
  narrator.say(print(token))
  narrator.check('it was granted what it asked for', token.covers(OAuthScopes.Linodes.readOnly))
  const shown = `${print(token)}${token}${JSON.stringify(token)}`
  narrator.check('printing the token shows no secret', !shown.includes(token.accessToken))
  const replay = await complete().catch((error: unknown) => error)
  narrator.check(
    'the same callback again is refused: its state is used up',
    CallbackError.is(replay) && replay.code === 'state_unknown',
  )
  narrator.check('that made no request: one exchange in all', (await exchanges()) === before + 1)
  return token
}

/** Two calls to the API: one for which the token suffices, and one for which it doesn't. */
export async function callApi(demo: DemoContext, token: OAuthToken): Promise<void> {
  const { narrator, refusals } = demo
  narrator.step('It calls the API')
  const enough = await call(demo, 'GET', token)
  narrator.check('linodes:read_only suffices to list Linodes', enough.status === 200)
  const missing = await call(demo, 'POST', token)
  narrator.check(
    'it does not suffice to create one: the token is good, and a scope is missing',
    await isRefusal(missing, refusals.insufficientScope, OAuthScopes.Linodes.readOnly),
  )
  narrator.check(
    'the answer names the scope that is missing',
    missing.headers.get('x-accepted-oauth-scopes') === OAuthScopes.Linodes.readWrite,
  )
}

/** Two hours pass, and the access token is over. */
export async function letTimePass(demo: DemoContext, token: OAuthToken): Promise<void> {
  const { narrator, refusals } = demo
  narrator.step('Two hours pass')
  const before = demo.now()
  await demo.advance()
  const until = token.expiresAt === undefined ? 'for ever' : `until ${time(token.expiresAt)}`
  narrator.say(`the clock: ${time(before)} → ${time(demo.now())}; the token is good ${until}`)
  narrator.check('the token knows that it has expired', token.isExpired(demo.now()))
  const answer = await call(demo, 'GET', token)
  narrator.check(
    'the API refuses it: the token is no good any more',
    await isRefusal(answer, refusals.invalidToken, 'unknown'),
  )
}

/** A new token for the refresh token. */
export async function refresh(demo: DemoContext, token: OAuthToken): Promise<OAuthToken> {
  const { narrator } = demo
  narrator.step('The app refreshes')
  const fresh = await demo.client.refreshOAuthToken(token)
  narrator.check('it has a new access token', fresh.accessToken !== token.accessToken)
  narrator.check(
    'it has a new refresh token',
    fresh.refreshToken !== undefined && fresh.refreshToken !== token.refreshToken,
  )
  narrator.check('the API accepts it', (await call(demo, 'GET', fresh)).status === 200)
  return fresh
}

/** The end of the token, and of the refresh token with it. */
export async function signOut(demo: DemoContext, token: OAuthToken): Promise<void> {
  const { narrator, client, refusals } = demo
  narrator.step('The user signs out')
  narrator.check('the server takes the token back', await client.expireToken(token))
  narrator.check(
    'the API refuses it from now on',
    await isRefusal(await call(demo, 'GET', token), refusals.invalidToken, 'unknown'),
  )
  const dead = await client.refreshOAuthToken(token).catch((error: unknown) => error)
  narrator.check(
    'its refresh token is dead too: invalid_grant',
    ServerError.is(dead) && dead.code === 'invalid_grant',
  )
}

/** The time of day in UTC. */
function time(moment: number): string {
  return new Date(moment).toISOString().slice(11, 19)
}

function call({ send, apiUrl }: DemoContext, method: string, token: OAuthToken): Promise<Response> {
  return send(apiUrl + LINODES, { method, headers: { authorization: `Bearer ${token.accessToken}` } })
}

/**
 * Both meanings of 401 have the same status: the reason tells them apart, and the scopes that the API saw.
 */
async function isRefusal(answer: Response, { status, reason }: ApiError, seen: string): Promise<boolean> {
  return (
    answer.status === status &&
    answer.headers.get('x-oauth-scopes') === seen &&
    (await answer.text()) === JSON.stringify({ errors: [{ reason }] })
  )
}
