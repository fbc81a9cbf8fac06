/** What a test can script. */
import type { ScriptedName } from '../call/call.js'

/** An answer given word for word. Nothing is looked at, and nothing changes in the server. */
export interface GivenAnswer {
  /**
   * The HTTP status, a whole number from 200 to 599. It may be left out beside `json`
   * or `body`: then it is 200.
   */
  readonly status?: number | undefined
  /** Headers that go before those that `body`, `json` and `retryAfter` set. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Sent as `text/plain` unless `headers` say otherwise. */
  readonly body?: string | undefined
  /** Sent as JSON, as it is when it is scripted; it goes before `body`. */
  readonly json?: unknown
  /** In seconds: the header `Retry-After`. */
  readonly retryAfter?: number | undefined
}

/**
 * A refusal in the way of the endpoint, with the status the spec gives it, or 400.
 * Nothing changes in the server.
 */
export interface GivenError<Code extends string = string> {
  /**
   * The code: an OAuth error, known or not, in the characters that RFC 6749 §5.2 allows; for `api` one of
   * `ApiErrorName`.
   */
  readonly error: Code
  /** What `error_description` or the page says; the API tells none. */
  readonly description?: string | undefined
}

/** A fault of the network. */
export interface GivenFault {
  /**
   * - `reset`: the connection is reset instead of an answer
   * - `silence`: no answer comes, and the connection stays
   * - `cut-short`: the request is served, and the connection closed in the middle of the answer's body
   */
  readonly fault: 'reset' | 'silence' | 'cut-short'
  /**
   * Whether the request is served all the same, and only the answer is lost. `cut-short` always serves it.
   */
  readonly served?: boolean | undefined
}

/** The ways in which the API refuses. */
export type ApiErrorName = 'invalid_token' | 'insufficient_scope' | 'not_found'

/** What can be scripted for one kind of request. */
export type GivenOutcome<Name extends ScriptedName = ScriptedName> =
  | GivenAnswer
  | GivenError<Name extends 'api' ? ApiErrorName : string>
  | GivenFault
