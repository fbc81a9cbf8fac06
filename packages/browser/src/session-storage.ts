/** Pending logins in the tab's own storage. */
import type { PendingLogin, PendingLogins } from '@linode-login/core'
import { checked } from '@linode-login/core/internal'
import { aStorage, currentPage, type PageStorage, storageOf, unsupported } from './page.js'
import { decodePendingLogin } from './pending-login.js'

const PREFIX = 'linode-login:pending:'

/** More logins than anyone begins in one tab within their ten minutes. */
const LIMIT = 20

/**
 * Keeps pending logins in `sessionStorage`, which belongs to one tab and one origin and goes with the tab. So
 * a callback is accepted by the tab that began its login and by no other (RFC 6749 §10.12). At most 20 are
 * kept: what has expired goes first, then what expires soonest. A browser that duplicates a tab copies its
 * storage: the same callback in both is two requests for one code, of which the login server answers one.
 */
export class SessionStoragePendingLogins implements PendingLogins {
  readonly #storage: PageStorage

  /**
   * @param storage - the page's own unless told otherwise
   * @throws ConfigurationError for what is no storage, and where there is none that may be used
   */
  constructor(storage: PageStorage = storageOf(currentPage())) {
    this.#storage = checked('storage', storage, aStorage)
  }

  /**
   * Keeps a login under its state.
   *
   * @param ttl - milliseconds from now until it expires
   * @throws ConfigurationError when the storage is full
   */
  put(state: string, record: PendingLogin, ttl: number): void {
    // The moment of this call by the client's clock, which need not be the page's.
    this.#makeRoom(record.expiresAt - ttl)
    try {
      this.#storage.setItem(PREFIX + state, JSON.stringify(record))
    } catch (cause) {
      throw unsupported('sessionStorage', 'room for one more entry', cause, [state, record.codeVerifier])
    }
  }

  /** The login of a state, which stays, expired or not: the client tells the user which of the two it was. */
  get(state: string): PendingLogin | undefined {
    const text = this.#storage.getItem(PREFIX + state)
    return text === null ? undefined : decodePendingLogin(text)
  }

  /** The login of a state, and forgets it. Nothing comes between: a tab runs one script at a time. */
  take(state: string): PendingLogin | undefined {
    const record = this.get(state)
    this.#storage.removeItem(PREFIX + state)
    return record
  }

  #makeRoom(now: number): void {
    const latestFirst = this.#states()
      .map((state) => ({ state, expiresAt: this.get(state)?.expiresAt ?? 0 }))
      .sort((one, other) => other.expiresAt - one.expiresAt)
    latestFirst.forEach(({ state, expiresAt }, place) => {
      if (expiresAt <= now || place >= LIMIT - 1) this.#storage.removeItem(PREFIX + state)
    })
  }

  #states(): string[] {
    return Array.from({ length: this.#storage.length }, (_, index) => this.#storage.key(index) ?? '')
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => key.slice(PREFIX.length))
  }
}
