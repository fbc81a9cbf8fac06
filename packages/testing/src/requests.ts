/** The record of what the server was asked. */
import type { RequestName } from './call.js'
import { checkValue, oneOfWords, type Rule } from './option-rules.js'
import { type Arrival, namesToHide, type RecordedRequest, ShownRequest } from './recorded-request.js'

/** What the fake server was asked, in order. */
export interface RequestRecord {
  /**
   * The first request of this kind that `next` has not given yet; waits for one if there is none.
   *
   * @throws Error when the server is stopped first, or the signal's reason when that is aborted.
   * @throws UsageError for a kind that there isn't: it would never come.
   */
  next(name: RequestName, options?: { readonly signal?: AbortSignal | undefined }): Promise<RecordedRequest>
  /**
   * Every request of this kind, or of all kinds, among the last 1,000.
   *
   * @throws UsageError for a kind that there isn't.
   */
  all(name?: RequestName): readonly RecordedRequest[]
}

interface Waiting {
  readonly name: RequestName
  readonly resolve: (request: RecordedRequest) => void
  readonly reject: (reason: unknown) => void
  /** Lets go of the signal that could have ended the wait. */
  readonly letGo: () => void
}

/** Few enough that a flood of requests dies young in memory. */
const LIMIT = 1000

/** Keeps what came, within bounds, and wakes who waits for it. */
export class RequestLog implements RequestRecord {
  readonly #secretNames: ReadonlySet<string>
  readonly #kind: Rule
  #kept: Arrival[] = []
  /** By kind: up to where `next` has looked. */
  readonly #looked = new Map<RequestName, number>()
  #waiting: Waiting[] = []
  #closed = false

  /**
   * @param secretNames The parameters that are not to be shown.
   * @param kinds What can be asked for.
   */
  constructor(secretNames: Iterable<string>, kinds: readonly RequestName[]) {
    this.#secretNames = namesToHide(secretNames)
    this.#kind = oneOfWords(...kinds)
  }

  async next(
    name: RequestName,
    options: { readonly signal?: AbortSignal | undefined } = {},
  ): Promise<RecordedRequest> {
    checkValue('requests.next', 'a kind of request', name, this.#kind)
    const from = this.#looked.get(name) ?? 0
    const place = this.#kept.findIndex((arrival, at) => at >= from && arrival.name === name)
    const found = this.#kept[place]
    this.#looked.set(name, found === undefined ? this.#kept.length : place + 1)
    return found === undefined ? this.#wait(name, options.signal) : this.#shown(found)
  }

  all(name?: RequestName): readonly RecordedRequest[] {
    if (name !== undefined) checkValue('requests.all', 'a kind of request', name, this.#kind)
    const chosen = this.#kept.slice(-LIMIT).filter((arrival) => name === undefined || arrival.name === name)
    return chosen.map((arrival) => this.#shown(arrival))
  }

  add(arrival: Arrival): void {
    const place = this.#kept.push(arrival)
    const waiting = this.#waiting.find((other) => other.name === arrival.name)
    if (waiting !== undefined) {
      this.#looked.set(arrival.name, place)
      this.#leave(waiting)
      waiting.resolve(this.#shown(arrival))
    }
    if (place >= 2 * LIMIT) this.#forget(LIMIT)
  }

  /** Turns away who still waits. */
  close(): void {
    this.#closed = true
    for (const waiting of [...this.#waiting]) {
      this.#leave(waiting)
      waiting.reject(stopped(waiting.name))
    }
  }

  #shown(arrival: Arrival): RecordedRequest {
    return new ShownRequest(arrival, this.#secretNames)
  }

  #wait(name: RequestName, signal: AbortSignal | undefined): Promise<RecordedRequest> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(stopped(name))
      if (signal?.aborted) return reject(signal.reason)
      const giveUp = (): void => {
        this.#leave(waiting)
        reject(signal?.reason)
      }
      const letGo = (): void => signal?.removeEventListener('abort', giveUp)
      const waiting: Waiting = { name, resolve, reject, letGo }
      this.#waiting.push(waiting)
      signal?.addEventListener('abort', giveUp, { once: true })
    })
  }

  #leave(waiting: Waiting): void {
    waiting.letGo()
    this.#waiting = this.#waiting.filter((other) => other !== waiting)
  }

  #forget(count: number): void {
    this.#kept = this.#kept.slice(count)
    for (const [name, place] of this.#looked) this.#looked.set(name, Math.max(0, place - count))
  }
}

function stopped(name: RequestName): Error {
  return new Error(`the fake server was stopped before a request of the kind '${name}' came`)
}
