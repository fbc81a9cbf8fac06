/** What the client's calls take. */
import type { OAuthScope } from '../generated/scopes.js'
import type { PendingLogins } from '../login/pending-logins.js'
import type { Scopes } from '../scopes/scope-index.js'
import type { AnyOAuthScope } from '../scopes/typed.js'

/** What every call that goes over the network takes. */
export interface CallOptions {
  /**
   * Aborted when the caller no longer wants the answer. Before the request is sent, it isn't sent; afterwards
   * the caller leaves, while the server may do what it was asked to.
   */
  readonly signal?: AbortSignal | undefined
}

/** For `generateLoginUrl`. */
export interface LoginUrlOptions {
  /** What to ask for; left out: what the login server grants of itself. */
  readonly scopes?: Scopes<OAuthScope> | undefined
  /** Where to come back to; the client's unless told otherwise. */
  readonly redirectUri?: string | undefined
  /** Comes back in the callback: random, bound to the user's browser, used once. */
  readonly state?: string | undefined
  /** The S256 challenge of a code verifier: 43 characters of base64url. */
  readonly codeChallenge?: string | undefined
}

/** For `finishOAuth`. */
export interface FinishOptions extends CallOptions {
  /** As the authorization request carried it; the client's unless told otherwise. */
  readonly redirectUri?: string | undefined
  /** The verifier behind the authorization request's challenge. */
  readonly codeVerifier?: string | undefined
  /**
   * What was asked for. It stands where the answer names no scopes, and shows which of them nobody asked for.
   */
  readonly scopes?: Scopes<AnyOAuthScope> | undefined
}

/** For `refreshOAuthToken`. */
export interface RefreshOptions extends CallOptions {
  /** Fewer scopes than before, for the new access token; left out: all. */
  readonly scopes?: Scopes<OAuthScope> | undefined
}

/** For `expireToken`. */
export interface ExpireOptions extends CallOptions {
  /** Use the endpoint that `/oauth/revoke` replaced in 2023. */
  readonly legacy?: boolean | undefined
}

/** For `beginLogin`. */
export interface BeginLoginOptions extends CallOptions {
  /** Where the login waits for its callback, bound to the user's browser. */
  readonly pending: PendingLogins
  /** What to ask for; left out: what the login server grants of itself. */
  readonly scopes?: Scopes<OAuthScope> | undefined
  /** Where to come back to; the client's unless told otherwise. */
  readonly redirectUri?: string | undefined
  /** Milliseconds that the user has to sign in; ten minutes unless told otherwise, a day at most. */
  readonly ttl?: number | undefined
  /**
   * What the user or the server has declined before, which isn't asked for: `ungrantedScopes` of the token
   * that this login is to replace. The new token remembers it. A step-up sees to that.
   */
  readonly ungrantedScopes?: Scopes<AnyOAuthScope> | undefined
}

/** For `completeLogin`. */
export interface CompleteLoginOptions extends CallOptions {
  /** Where `beginLogin` put the login. */
  readonly pending: PendingLogins
}
