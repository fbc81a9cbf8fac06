/**
 * The client: the main way of a login from top to bottom, and the calls that are named as
 * in Linode's Python client.
 */

import { checked, checkedOptions, given } from '../arguments/arguments.js'
import { authorizationUrl } from '../login/authorization-request.js'
import { authorizationCode, readCallback } from '../login/callback.js'
import { findLogin, issuerOf, MAY_BE_USED_UP, useUp } from '../login/login-of-callback.js'
import { DEFAULT_TTL, pendingLogins } from '../login/pending-logins.js'
import { codeChallengeOf, createSecret } from '../login/pkce.js'
import { storeAnswer } from '../login/store-answer.js'
import * as linodeScopes from '../scopes/linode.js'
import { readRequested } from '../scopes/requested.js'
import { scopesCheck } from '../scopes/scope-index.js'
import { exchangeCode, refresh, refreshGrant } from '../tokens/grants.js'
import type { OAuthToken } from '../tokens/oauth-token.js'
import { accessTokenOf, revoke } from '../tokens/revocation.js'
import { abortSignal } from '../transport/abort.js'
import type { Settings } from '../transport/settings.js'
import {
  absoluteUri,
  type Check,
  codeChallenge,
  codeVerifier,
  numberWithin,
  oneOf,
  visibleText,
} from '../wire/checks.js'
import type {
  BeginLoginOptions,
  CompleteLoginOptions,
  ExpireOptions,
  FinishOptions,
  LoginUrlOptions,
  RefreshOptions,
} from './call-options.js'
import { type ClientOptions, type Runtime, resolveSettings } from './client-options.js'

/**
 * Signs users in with Linode. One client serves any number of users at once; making one costs nothing and
 * asks nothing of the network.
 *
 * `beginLogin` and `completeLogin` are the safe way: they make and check state and PKCE, and use each login
 * once. The other four calls have the names of Linode's Python client, and leave those checks to the caller.
 *
 * @example
 * ```ts
 * const client = new LinodeLoginClient({ clientId, clientSecret, redirectUri })
 * const { url } = await client.beginLogin({ scopes: 'linodes:read_write', pending }) // the user is sent there
 * const token = await client.completeLogin(callbackUrl, { pending }) // and comes back by the callback
 * console.log(token.scopes) // linodes:read_write
 * ```
 */
export class LinodeLoginClient {
  readonly #settings: Settings

  /**
   * @param options - who the client is and how it works
   * @param runtime - what the runtime brings; packages for a runtime fill this in
   * @throws ConfigurationError for an option that can't be used.
   */
  constructor(options: ClientOptions, runtime: Partial<Runtime> = {}) {
    this.#settings = resolveSettings(options, runtime)
  }

  /**
   * Begins a login: makes a state and a code verifier, keeps them in `pending`, and gives
   * the URL to send the user to.
   *
   * @param options - `pending`, where the login waits, and what to ask for
   * @returns the URL, and the state that it carries: what `pending` keeps the login under, for an app that
   * keeps something of its own with it
   * @throws ScopeError for a scope that is none, ConfigurationError for another option that can't be used,
   * NetworkError if the caller leaves before `pending` has kept the login, or `pending` fails.
   */
  async beginLogin(options: BeginLoginOptions): Promise<{ url: string; state: string }> {
    const settings = this.#settings
    const own = checkedOptions(options, beginRules, 'pending')
    const { pending, ttl = DEFAULT_TTL, redirectUri = settings.redirectUri, signal } = own
    const scopes = readRequested(own.scopes, 'authorize')
    const ungrantedScopes = linodeScopes.read(own.ungrantedScopes ?? [], 'ungrantedScopes')
    const state = createSecret(settings.random)
    const codeVerifier = createSecret(settings.random)
    const codeChallenge = await codeChallengeOf(codeVerifier)
    const url = authorizationUrl(settings, { scopes, redirectUri, state, codeChallenge })
    const expiresAt = settings.clock.now() + ttl
    const login = {
      issuer: issuerOf(settings),
      clientId: settings.clientId,
      redirectUri,
      codeVerifier,
      scopes,
      ungrantedScopes,
      expiresAt,
    }
    const leaving = { operation: 'authorize', signal, secrets: [state, codeVerifier] } as const
    await storeAnswer(settings.timeout, leaving, () => pending.put(state, login, ttl))
    return { url, state }
  }

  /**
   * Completes a login with the callback that the user's browser came back with. A forged callback uses
   * nothing up; a true one works once.
   *
   * @param callbackUrl - the whole URL, or its path and query as an HTTP server gives it
   * @throws CallbackError for a callback that belongs to no login here, ServerError if the user or the server
   * said no, ConfigurationError for an argument that can't be one, and what `finishOAuth` throws. A caller
   * who leaves is told whether the login may be used up.
   */
  async completeLogin(callbackUrl: string | URL, options: CompleteLoginOptions): Promise<OAuthToken> {
    const settings = this.#settings
    const { pending, signal } = checkedOptions(options, completeRules, 'pending')
    const callback = readCallback(callbackUrl)
    const login = await findLogin(settings, pending, callback, signal)
    await useUp(settings, pending, callback, login, signal)
    const code = authorizationCode(callback)
    return exchangeCode(settings, given({ ...login, code, note: MAY_BE_USED_UP }), signal)
  }

  /**
   * The URL to send the user to, for a caller who brings state and challenge along.
   *
   * This leaves to the caller what `beginLogin` does: a state that is random, bound to the user's browser,
   * checked when the callback comes and used once (RFC 6749 §10.12); a code verifier kept for `finishOAuth`
   * (RFC 7636). Without a state, anyone can sign a user in to an account that isn't theirs.
   *
   * @param options - what to ask for, where to come back to, state and challenge
   * @returns the URL, with each of them as a parameter
   * @throws ScopeError for a scope that is none, ConfigurationError for another option that can't be used.
   */
  generateLoginUrl(options: LoginUrlOptions = {}): string {
    const own = checkedOptions(options, urlRules)
    const scopes = readRequested(own.scopes, 'authorize')
    return authorizationUrl(this.#settings, given({ ...own, scopes }))
  }

  /**
   * Exchanges an authorization code for a token (RFC 6749 §4.1.3).
   *
   * This leaves to the caller what `completeLogin` does: checking the callback's state, issuer and error
   * before its code is used, and using no code twice.
   *
   * @param code - as the callback's query gave it
   * @throws ServerError, InvalidResponseError or NetworkError; ConfigurationError for an
   * argument that can't be one.
   */
  async finishOAuth(code: string, options: FinishOptions = {}): Promise<OAuthToken> {
    const own = checkedOptions(options, finishRules)
    const grant = {
      code: checked('code', code, codeAlone),
      redirectUri: own.redirectUri ?? this.#settings.redirectUri,
      codeVerifier: own.codeVerifier,
      scopes: readRequested(own.scopes, 'exchange'),
    }
    return exchangeCode(this.#settings, grant, own.signal)
  }

  /**
   * A new token for a refresh token (RFC 6749 §6). What the answer leaves out stays: the refresh token, and,
   * given a whole token, its scopes. The result replaces the old token; its refresh token may be void by now.
   *
   * A request that may have been received is never sent again. Where the answer is wrong but holds a new
   * refresh token, the InvalidResponseError carries it.
   *
   * @param token - a refresh token, or the whole token that it came with
   * @throws ServerError, InvalidResponseError or NetworkError; before any request a ScopeError for
   * more than was granted, a LoginRequiredError for a token without a refresh token, a
   * ConfigurationError for what is no token.
   */
  async refreshOAuthToken(token: string | OAuthToken, options: RefreshOptions = {}): Promise<OAuthToken> {
    const { scopes, signal } = checkedOptions(options, refreshRules)
    const requested = readRequested(scopes, 'refresh')
    return refresh(this.#settings, refreshGrant(token, requested), signal)
  }

  /**
   * Ends an access token and the refresh token that came with it (RFC 7009). A token that the server
   * doesn't know counts as ended.
   *
   * @param token - an access token, or the whole token
   * @throws ServerError if it was not ended, with the code `token_still_valid` if the server is too
   * busy (RFC 7009 §2.2.1); InvalidResponseError or NetworkError if nobody knows;
   * ConfigurationError for what is no token.
   */
  async expireToken(token: string | OAuthToken, options: ExpireOptions = {}): Promise<true> {
    const { legacy = false, signal } = checkedOptions(options, expireRules)
    return revoke(this.#settings, accessTokenOf(token), legacy, signal)
  }
}

/** Not the whole callback, which `completeLogin` takes. */
const codeAlone: Check<string> = {
  expected: 'the code of the callback, not its URL',
  read: (value) => {
    const code = visibleText.read(value)
    return code === undefined || /:\/\/|[?&]code=/.test(code) ? undefined : code
  },
}

const timeToLive = numberWithin('a number of milliseconds, from 1 to a day', 1, 86_400_000)

// The options of each call by their rules.
const signal = abortSignal
const completeRules = { pending: pendingLogins, signal }
const refreshRules = { scopes: scopesCheck, signal }
const finishRules = { ...refreshRules, redirectUri: absoluteUri, codeVerifier }
const urlRules = { scopes: scopesCheck, redirectUri: absoluteUri, state: visibleText, codeChallenge }
const beginRules = {
  pending: pendingLogins,
  scopes: scopesCheck,
  redirectUri: absoluteUri,
  ttl: timeToLive,
  ungrantedScopes: scopesCheck,
  signal,
}
const expireRules = { legacy: oneOf(true, false), signal }
