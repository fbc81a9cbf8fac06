/** A client's options: what they are, and how they are checked. */
import { aFunction, checked, checkedValues, given } from '../arguments/arguments.js'
import { ConfigurationError } from '../errors/errors.js'
import { loginUrl } from '../generated/endpoints.js'
import { canonicalBaseUrl } from '../transport/base-url.js'
import { type Clock, clock } from '../transport/clock.js'
import { DEFAULT_TIMEOUT, timerMilliseconds } from '../transport/deadline.js'
import type { Settings } from '../transport/settings.js'
import { absoluteUri, type Check, visibleText } from '../wire/checks.js'

/**
 * How a client is set up. Everything is checked once, when the client is made, and can't change afterwards.
 */
export interface ClientOptions {
  /** The id of the OAuth client, as Linode shows it. */
  readonly clientId: string
  /** The client's secret. Without it this is a public client. */
  readonly clientSecret?: string | undefined
  /** Where the login server sends the user back to; left out: where the OAuth client is registered. */
  readonly redirectUri?: string | undefined
  /**
   * The login server; `https://login.linode.com` unless told otherwise. The endpoints add `/oauth/…` to it.
   * Plain http is for this machine only.
   */
  readonly baseUrl?: string | undefined
  /**
   * The login server's issuer identifier, where it names itself in callbacks by `iss` (RFC 9207 §2): then a
   * callback with another `iss`, or with none, is refused. Left out, as for Linode, which is not known to
   * send it: an `iss` that comes must be the base URL.
   */
  readonly issuer?: string | undefined
  /**
   * Milliseconds for a whole request, the body of its answer included, and for each call of a store of
   * pending logins; 30,000 unless told otherwise.
   */
  readonly timeout?: number | undefined
  /**
   * Sent with each request. The edge in front of the login server refuses requests
   * without a common `User-Agent`.
   */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** What sends the requests; the runtime's own `fetch` unless told otherwise. */
  readonly fetch?: typeof fetch | undefined
  /** The time that expiry goes by. */
  readonly clock?: Clock | undefined
  /** So many random bytes, fit for secrets. */
  readonly random?: ((bytes: number) => Uint8Array) | undefined
}

/** What a runtime brings to the client. Where the options say something else, they win. */
export interface Runtime {
  /** Sends a request. */
  readonly fetch: typeof fetch
  /** Sent with each request. */
  readonly headers: Readonly<Record<string, string>>
  /** Whether a rejection of `fetch` tells for sure that the request never left. */
  notSent(error: unknown): boolean
  /** The names of the options that it takes beside those of `ClientOptions`. */
  readonly optionNames: readonly string[]
}

const wallClock: Settings['clock'] = { now: () => Date.now() }

/** @throws ConfigurationError for an option that there isn't, or that can't be used. */
export function resolveSettings(clientOptions: ClientOptions, brought: Partial<Runtime>): Settings {
  const runtime = given(brought)
  const rules = {
    // The one option that must be there, so the first that is missed.
    clientId: { ...visibleText, expected: `the id of the OAuth client, ${visibleText.expected}` },
    // An empty secret is a mistake, not a public client.
    clientSecret: visibleText,
    redirectUri: absoluteUri,
    baseUrl: visibleText,
    // Kept byte for byte: it is compared, and never asked for anything.
    issuer: absoluteUri,
    timeout: timerMilliseconds,
    headers: headerRecord,
    fetch: aFunction<typeof fetch>(),
    clock,
    random: aFunction<Settings['random']>(),
  } satisfies Record<keyof ClientOptions, unknown>
  const options = checkedValues(
    given(clientOptions, [...Object.keys(rules), ...(runtime.optionNames ?? [])]),
    rules,
    'clientId',
  )
  return {
    ...options,
    baseUrl: canonicalBaseUrl(options.baseUrl ?? loginUrl),
    timeout: options.timeout ?? DEFAULT_TIMEOUT,
    headers: { ...checkedHeaders(runtime.headers), ...checkedHeaders(options.headers) },
    // Looked up at each call, so that a test's stand-in for the global is used.
    fetch: options.fetch ?? runtime.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    notSent: (error) => runtime.notSent?.(error) ?? false,
    clock: options.clock ?? wallClock,
    random: options.random ?? ((bytes) => crypto.getRandomValues(new Uint8Array(bytes))),
  }
}

// The form's own, or a second way to authenticate (RFC 6749 §2.3).
const reserved = /^(?:authorization|content-type|content-length|cookie|host|proxy-authorization)$/
const headerName = /^[\w!#$%&'*+.^`|~-]+$/

/** Not a `Headers` or a `Map`, whose names would be overlooked. */
const headerRecord: Check<object> = {
  expected: 'an object with the names of headers and their values',
  read: (value) =>
    typeof value === 'object' && value !== null && !(Symbol.iterator in value) ? value : undefined,
}

function checkedHeaders(headers: object = {}): Record<string, string> {
  const lowerCase = Object.entries(headers).map(([name, value]) => {
    const header = name.toLowerCase()
    if (!headerName.test(header)) throw new ConfigurationError('headers', 'names that headers can have')
    if (reserved.test(header))
      throw new ConfigurationError('headers', `no ${header}, on which the client decides itself`)
    return [header, checked(`headers[${header}]`, value, visibleText)] as const
  })
  return Object.fromEntries(lowerCase)
}
