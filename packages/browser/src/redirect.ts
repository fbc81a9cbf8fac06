/** Signing in by leaving the page, and what the page does that the user comes back to. */
import {
  type BeginLoginOptions,
  ConfigurationError,
  type OAuthToken,
  type PendingLogin,
  type PendingLogins,
} from '@linode-login/core'
import {
  abortSignal,
  absoluteUri,
  checked,
  given,
  optional,
  storeAnswer,
  withMethods,
} from '@linode-login/core/internal'
import { hasAnswer, isAt, stateOf, withoutAnswer } from './callback-url.js'
import type { LinodeLoginClient } from './client.js'
import { type BrowserPage, checkedPage, storageOf } from './page.js'
import { SessionStoragePendingLogins } from './session-storage.js'

/** How a sign-in begins. */
export interface SignInOptions extends Omit<BeginLoginOptions, 'pending'> {
  /** Where the login waits for its callback; the tab's `sessionStorage` unless told otherwise. */
  readonly pending?: PendingLogins | undefined
  /** The page to leave; the one that this runs in unless told otherwise. */
  readonly page?: BrowserPage | undefined
}

/** How a sign-in is completed. */
export interface CompleteRedirectOptions {
  /** As given to `signInWithRedirect`; the tab's `sessionStorage` unless told otherwise. */
  readonly pending?: PendingLogins | undefined
  /** The page that may be a callback; the one that this runs in unless told otherwise. */
  readonly page?: BrowserPage | undefined
  /**
   * Where callbacks come to; the client's unless told otherwise. An answer at this address is taken as one of
   * ours, and refused if this tab didn't ask for it. The answer to a login of this tab is ours anywhere.
   */
  readonly redirectUri?: string | undefined
  /** Ends the wait for the store and for the token request. Once that is sent, the login is used up. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Leaves the page for Linode's, where the user signs in and consents. Linode then sends them to the redirect
 * URI, whose page calls `completeRedirect`. State and PKCE are seen to (RFC 9700 §2.1).
 *
 * The promise is kept when the browser has begun to leave; nothing that stands behind it is sure to run.
 *
 * @throws ConfigurationError when an option can't be used, or the page has no storage to keep the login in
 * @throws ScopeError when a scope can't be asked for
 */
export async function signInWithRedirect(
  client: LinodeLoginClient,
  options: SignInOptions = {},
): Promise<void> {
  const { page: handedIn, pending, ...login } = given(options, Object.keys(signInOptions))
  const page = checkedPage(handedIn)
  const { url } = await checkedClient(client).beginLogin({ ...login, pending: pending ?? pendingOf(page) })
  page.location.assign(url)
}

/**
 * The token of a user who has just come back, or `undefined` on a page that is no callback: so it may be
 * called on every page. Call it before a router reads the URL.
 *
 * A page is a callback if its URL holds an answer and either is the redirect URI or has the state of a login
 * that this tab began. Code and state are taken out of the URL and of the tab's history before anything else
 * is done, so that no reload, no bookmark and no other script meets them (RFC 9700 §4.2.4); other query
 * parameters and the hash stay.
 *
 * @throws CallbackError when this tab didn't ask for the callback, or it is too late, or was tampered with
 * @throws ServerError when the user declined (`access_denied`) or the server refused
 * @throws NetworkError when the token request got no answer, InvalidResponseError when it got a bad one
 * @throws ConfigurationError when an option can't be used, or the page has no storage to keep a login in
 */
export async function completeRedirect(
  client: LinodeLoginClient,
  options: CompleteRedirectOptions = {},
): Promise<OAuthToken | undefined> {
  const { clientId, redirectUri: registered } = checkedClient(client)
  const known = ['page', 'pending', 'redirectUri', 'signal']
  const { page: handedIn, redirectUri = registered, pending, signal } = given(options, known)
  const page = checkedPage(handedIn)
  const callbackUrl = page.location.href
  if (!hasAnswer(callbackUrl)) return undefined
  const state = stateOf(callbackUrl)
  const isOurs =
    redirectUri === undefined ||
    isAt(callbackUrl, redirectUri) ||
    // Awaited for an app's own store alone: until the URL is clean, no other script should run.
    (ownState.test(state) &&
      (pending === undefined
        ? storedLogin(page, state)
        : await keptLogin(client, page, pending, state, signal)
      )?.clientId === clientId)
  if (isOurs) cleanUrl(page)
  optional('redirectUri', redirectUri, absoluteUri)
  if (!isOurs) return undefined
  return client.completeLogin(callbackUrl, { pending: pending ?? pendingOf(page), signal })
}

/** An option that core adds to a login and that is forgotten here doesn't compile. */
const signInOptions = {
  page: true,
  pending: true,
  scopes: true,
  redirectUri: true,
  ttl: true,
  ungrantedScopes: true,
  signal: true,
} satisfies Record<keyof SignInOptions, true>

/** What `beginLogin` makes. Any other text is no state of ours, and no store needs to see it. */
const ownState = /^[\w-]{43}$/

function cleanUrl({ history, location }: BrowserPage): void {
  history.replaceState(history.state, '', withoutAnswer(location.href))
}

/** Where that can't be known, the callback counts as ours: its URL is clean before the error is told. */
async function keptLogin(
  { timeout }: LinodeLoginClient,
  page: BrowserPage,
  pending: PendingLogins,
  state: string,
  caller: AbortSignal | undefined,
): Promise<PendingLogin | undefined> {
  try {
    const signal = optional('signal', caller, abortSignal)
    const waiting = { operation: 'exchange', signal, secrets: [state] } as const
    return await storeAnswer(timeout, waiting, () => pending.get(state))
  } catch (error) {
    cleanUrl(page)
    throw error
  }
}

function pendingOf(page: BrowserPage): SessionStoragePendingLogins {
  return new SessionStoragePendingLogins(storageOf(page))
}

/** None where the browser keeps the storage from the page: no login can have begun there. */
function storedLogin(page: BrowserPage, state: string): PendingLogin | undefined {
  try {
    return pendingOf(page).get(state)
  } catch (error) {
    if (ConfigurationError.is(error)) return undefined
    throw error
  }
}

function checkedClient(client: LinodeLoginClient): LinodeLoginClient {
  return checked('client', client, withMethods('a LinodeLoginClient', 'beginLogin', 'completeLogin'))
}
