/** Where logins wait for their callback. */
import { checked, checkedOptions, withMethods } from '../arguments/arguments.js'
import { type Clock, clock, systemClock } from '../transport/clock.js'
import { type Check, numberWithin, visibleText } from '../wire/checks.js'

/** Milliseconds that a user has to sign in, unless told otherwise: ten minutes. */
export const DEFAULT_TTL: number = 10 * 60 * 1000

/** A login between its two steps, as plain data that any store can keep. */
export interface PendingLogin {
  /** The login server that was asked: the client's `issuer`, or else its base URL. */
  readonly issuer: string
  /** The id of the client that began it. */
  readonly clientId: string
  /** As sent in the authorization request. */
  readonly redirectUri?: string | undefined
  /** A secret: whoever has it and the code gets the token. */
  readonly codeVerifier: string
  /** What was asked for. */
  readonly scopes: readonly string[]
  /** What logins before it asked for in vain; left out where nothing is known of any. */
  readonly ungrantedScopes?: readonly string[] | undefined
  /** Milliseconds since 1970. */
  readonly expiresAt: number
}

/**
 * Where logins wait for their callback. Whoever makes one binds it to the user's browser: by a cookie, by
 * `sessionStorage`, or by `boundTo` (RFC 9700 §2.1). Each call may answer at once or with a promise.
 */
export interface PendingLogins {
  /** Keeps a login under its state for `ttl` milliseconds. */
  put(state: string, record: PendingLogin, ttl: number): Promise<void> | void
  /** The login of a state, which stays. */
  get(state: string): Promise<PendingLogin | undefined> | PendingLogin | undefined
  /** The login of a state, and forgets it. Atomic: of two callers at once, one gets it. */
  take(state: string): Promise<PendingLogin | undefined> | PendingLogin | undefined
}

interface Entry {
  readonly record: PendingLogin
  readonly until: number
}

/**
 * Pending logins in memory, for a command line, a test, or a server of one process that adds `boundTo`. It is
 * bounded: above its limit the oldest login is dropped, so abandoned ones can't fill it.
 *
 * @example
 * ```ts
 * const pending = new MemoryPendingLogins()
 * const { state } = await client.beginLogin({ pending })
 * pending.take(state)?.redirectUri // 'https://app.example/callback'
 * pending.take(state) // undefined
 * ```
 */
export class MemoryPendingLogins implements PendingLogins {
  readonly #entries = new Map<string, Entry>()
  readonly #clock: Clock
  readonly #limit: number

  /**
   * @param options - `clock`; `limit`, the number of logins kept at once, 1,000 unless told otherwise
   * @throws ConfigurationError for an option that can't be used.
   */
  constructor(options: { readonly clock?: Clock | undefined; readonly limit?: number | undefined } = {}) {
    const { clock: time = systemClock, limit = 1000 } = checkedOptions(options, { clock, limit: atLeastOne })
    this.#clock = time
    this.#limit = limit
  }

  /**
   * Keeps a login under its state for `ttl` milliseconds. The oldest are dropped that
   * are over or above the limit.
   */
  put(state: string, record: PendingLogin, ttl: number): void {
    this.#entries.delete(state)
    this.#entries.set(state, { record, until: this.#clock.monotonic() + ttl })
    for (const [oldest, { until }] of this.#entries) {
      if (this.#entries.size <= this.#limit && until > this.#clock.monotonic()) break
      this.#entries.delete(oldest)
    }
  }

  /** The login of a state, which stays; none once its time is over. */
  get(state: string): PendingLogin | undefined {
    const entry = this.#entries.get(state)
    return entry !== undefined && entry.until > this.#clock.monotonic() ? entry.record : undefined
  }

  /** The login of a state, and forgets it. Of two callers at once, one gets it. */
  take(state: string): PendingLogin | undefined {
    const record = this.get(state)
    this.#entries.delete(state)
    return record
  }
}

/** What `beginLogin` and `completeLogin` need of a store. */
export const pendingLogins: Check<PendingLogins> = /* @__PURE__ */ withMethods(
  'a store with put, get and take, as in { pending: new MemoryPendingLogins() }',
  'put',
  'get',
  'take',
)

const atLeastOne: Check<number> = /* @__PURE__ */ numberWithin('a number of logins, from 1', 1, Infinity)

/**
 * Pending logins of one browser: a state that another browser began isn't found (RFC 6749 §10.12). A browser
 * without an id, as one that came back without its cookie, has begun nothing: none of its callbacks finds a
 * login, and a login that is begun for it is refused.
 *
 * @example
 * ```ts
 * const { state } = await client.beginLogin({ pending: boundTo(logins, cookie) })
 * boundTo(logins, cookie).get(state)?.redirectUri // 'https://app.example/callback'
 * boundTo(logins, 'of another browser').get(state) // undefined
 * ```
 * @param browserId - a secret that only this browser holds, such as the value of a random cookie set before
 * the login: printable ASCII; anything else, `undefined` and the empty text too, is no id
 * @throws ConfigurationError for what is no store; its `put` throws one where there is no id.
 */
export function boundTo(pending: PendingLogins, browserId: string | undefined): PendingLogins {
  const store = checked('pending', pending, pendingLogins)
  const id = visibleText.read(browserId)
  // A state holds no dot, so two pairs of browser and state never make one key.
  const key = (state: string): string => `${id}.${state}`
  return {
    put: (state, record, ttl) => {
      const expected = 'the value of a cookie that was set before the login, in printable ASCII'
      checked('browserId', browserId, { ...visibleText, expected })
      return store.put(key(state), record, ttl)
    },
    get: (state) => (id === undefined ? undefined : store.get(key(state))),
    take: (state) => (id === undefined ? undefined : store.take(key(state))),
  }
}
