import type { RequestName, ScriptedName } from './call.js'

/** An answer given word for word. Nothing is looked at, and nothing changes in the server. */
export interface GivenAnswer {
  /** The HTTP status, a whole number from 200 to 599. */
  readonly status: number
  /** Headers that go before those that `body`, `json` and `retryAfter` set. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Sent as `text/plain` unless `headers` say otherwise. */
  readonly body?: string | undefined
  /** Sent as JSON; it goes before `body`. */
  readonly json?: unknown
  /** In seconds: the header `Retry-After`. */
  readonly retryAfter?: number | undefined
}

/** A refusal in the way of the endpoint, with the status the spec gives it. Nothing changes in the server. */
export interface GivenError<Code extends string = string> {
  /** The code: an OAuth error, or for `api` one of `ApiErrorName`. */
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
  /** Whether the request is served all the same, and only the answer is lost. `cut-short` always serves it. */
  readonly served?: boolean | undefined
}

/** The ways in which the API refuses. */
export type ApiErrorName = 'invalid_token' | 'insufficient_scope' | 'not_found'

/** What can be scripted for one kind of request. */
export type GivenOutcome<Name extends ScriptedName = ScriptedName> =
  | GivenAnswer
  | GivenError<Name extends 'api' ? ApiErrorName : string>
  | GivenFault

/** Answers for one kind of request, each used once, in order. */
export interface AnswerScript<Name extends ScriptedName = ScriptedName> {
  /**
   * What the next request of this kind gets that nothing is scripted for yet.
   *
   * @throws RangeError for a status that is no whole number from 200 to 599, or a fault that isn't known.
   */
  once(outcome: GivenOutcome<Name>): this
  /** Ends the script: the requests after it are served. They are without it too; it says so to who reads the test. */
  thenReal(): void
}

/** The scripts of a server. */
export class Scripts {
  readonly #queues = new Map<RequestName, GivenOutcome[]>()
  readonly #names: readonly ScriptedName[]

  /** @param names The kinds of request that can be scripted. */
  constructor(names: readonly ScriptedName[]) {
    this.#names = names
  }

  /**
   * Goes on with the script of this kind of request, or begins one.
   *
   * @throws TypeError for another kind: its script would never be played, and the test would pass for no reason.
   */
  on<Name extends ScriptedName>(name: Name): AnswerScript<Name> {
    if (!this.#names.includes(name)) {
      throw new TypeError(`no request is called "${name}"; there are ${this.#names.join(', ')}`)
    }
    const queue = this.#queues.get(name) ?? []
    this.#queues.set(name, queue)
    return {
      once(outcome) {
        check(outcome)
        queue.push(outcome)
        return this
      },
      thenReal: () => {},
    }
  }

  take(name: RequestName): GivenOutcome | undefined {
    return this.#queues.get(name)?.shift()
  }
}

const faults: readonly string[] = ['reset', 'silence', 'cut-short']

function check(outcome: GivenOutcome): void {
  if ('fault' in outcome && !faults.includes(outcome.fault)) {
    throw new RangeError(`a scripted fault must be one of ${faults.join(', ')}, not "${outcome.fault}"`)
  }
  if (!('status' in outcome)) return
  const { status } = outcome
  if (!Number.isInteger(status) || status < 200 || status > 599) {
    throw new RangeError(`a scripted status must be a whole number from 200 to 599, not ${status}`)
  }
}
