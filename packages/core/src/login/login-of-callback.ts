/** The login that a callback belongs to: found, and then used up. */

import type { Leaving } from '../transport/abort.js'
import type { Settings } from '../transport/settings.js'
import { codeVerifier } from '../wire/checks.js'
import { AGAIN, type Callback, refuse } from './callback.js'
import type { PendingLogin, PendingLogins } from './pending-logins.js'
import { storeAnswer } from './store-answer.js'

/** What `createSecret` makes. Any other text is no state of ours, and no store needs to see it. */
const ownState = /^[\w-]{43}$/

/**
 * The login that a callback belongs to. It stays where it is, so a forged callback uses nothing up.
 *
 * @throws CallbackError unless the login was begun here, by this client, not too long ago, and the
 * callback doesn't come from another server (RFC 9207 §2.4). NetworkError if that can't be known: the
 * caller leaves, or the store fails.
 */
export async function findLogin(
  settings: Settings,
  pending: PendingLogins,
  callback: Callback,
  signal?: AbortSignal,
): Promise<PendingLogin> {
  const { state } = callback
  const login = ownState.test(state)
    ? await storeAnswer(settings.timeout, leaving(callback, signal), () => pending.get(state))
    : undefined
  if (!login) {
    const message = 'No login with this state was begun in this browser, or it has been used or has expired.'
    refuse('state_unknown', `${message} ${AGAIN}`)
  }
  if (codeVerifier.read(login.codeVerifier) === undefined || !Array.isArray(login.scopes)) {
    const message = 'The store of pending logins gave back no record with a codeVerifier and scopes.'
    refuse('state_unknown', `${message} It must give back what put was given.`)
  }
  // Put so that a time that isn't a number counts as over.
  if (!(login.expiresAt > settings.clock.now())) {
    refuse('login_expired', `The login was begun longer ago than its ttl allows. ${AGAIN}`)
  }
  if (login.issuer !== issuerOf(settings) || login.clientId !== settings.clientId) {
    const message = 'The login was begun by a client with another clientId, baseUrl or issuer.'
    refuse('login_of_other_client', `${message} Complete it with the client that began it.`)
  }
  if (callback.issuer === undefined) {
    if (settings.issuer !== undefined) {
      refuse('issuer_missing', 'The callback has no iss, which the option issuer makes it have.')
    }
  } else if (callback.issuer !== login.issuer) {
    refuse(
      'issuer_mismatch',
      'The callback comes from another authorization server: its iss names another one.',
    )
  }
  return login
}

/**
 * What a login is bound to, and `iss` compared with: the base URL where the app didn't say
 * what its server calls itself.
 */
export function issuerOf({ issuer, baseUrl }: Settings): string {
  return issuer ?? baseUrl
}

function leaving({ state, outcome }: Callback, signal: AbortSignal | undefined): Leaving {
  return { operation: 'exchange', signal, secrets: [state, ...('code' in outcome ? [outcome.code] : [])] }
}

/** What a caller must know of whom nothing was sent from here on. */
export const MAY_BE_USED_UP = 'but the login may be used up: begin another'

/**
 * Uses the login up. From here on its callback is void, whatever comes of it (RFC 9700 §4.2.4).
 *
 * @throws CallbackError if another call was faster; NetworkError if the caller leaves or the store fails,
 * whose message says that the login may be used up.
 */
export async function useUp(
  settings: Settings,
  pending: PendingLogins,
  callback: Callback,
  { codeVerifier }: PendingLogin,
  signal?: AbortSignal,
): Promise<void> {
  const { secrets, ...rest } = leaving(callback, signal)
  const login = await storeAnswer(
    settings.timeout,
    { ...rest, secrets: [...secrets, codeVerifier], note: MAY_BE_USED_UP },
    () => pending.take(callback.state),
  )
  if (!login) refuse('already_used', 'The callback has been used by another call, whose outcome counts.')
}
