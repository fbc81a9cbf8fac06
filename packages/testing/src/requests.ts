import type { RequestName } from './call.js'
import { type Arrival, type RecordedRequest, ShownRequest } from './recorded-request.js'

/** What the fake server was asked, in order. */
export interface RequestRecord {
  /**
   * The first request of this kind that `next` has not given yet; waits for one if there is none.
   *
   * @throws Error when the server is stopped first, or the signal's reason when that is aborted.
   */
  next(name: RequestName, options?: { readonly signal?: AbortSignal | undefined }): Promise<RecordedRequest>
  /** Every request of this kind, or of all kinds, among the last 1,000. */
  all(name?: RequestName): readonly RecordedRequest[]
}

interface Waiting {
  readonly name: RequestName
  readonly resolve: (request: RecordedRequest) => void
  readonly reject: (reason: unknown) => void
}

/** Few enough that a flood of requests dies young in memory. */
const LIMIT = 1000

/** Keeps what came, within bounds, and wakes who waits for it. */
export class RequestLog implements RequestRecord {
  readonly #secretNames: ReadonlySet<string>
  #kept: Arrival[] = []
  /** By kind: up to where `next` has looked. */
  readonly #looked = new Map<RequestName, number>()
  #waiting: Waiting[] = []
  #closed = false

  /** @param secretNames The parameters that are not to be shown. */
  constructor(secretNames: Iterable<string>) {
    this.#secretNames = new Set(secretNames)
  }

  next(
    name: RequestName,
    options: { readonly signal?: AbortSignal | undefined } = {},
  ): Promise<RecordedRequest> {
    const from = this.#looked.get(name) ?? 0
    const place = this.#kept.findIndex((arrival, at) => at >= from && arrival.name === name)
    const found = this.#kept[place]
    this.#looked.set(name, found === undefined ? this.#kept.length : place + 1)
    return found === undefined ? this.#wait(name, options.signal) : Promise.resolve(this.#shown(found))
  }

  all(name?: RequestName): readonly RecordedRequest[] {
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
    for (const { name, reject } of this.#waiting.splice(0)) reject(stopped(name))
  }

  #shown(arrival: Arrival): RecordedRequest {
    return new ShownRequest(arrival, this.#secretNames)
  }

  #wait(name: RequestName, signal: AbortSignal | undefined): Promise<RecordedRequest> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(stopped(name))
      if (signal?.aborted) return reject(signal.reason)
      const waiting: Waiting = { name, resolve, reject }
      this.#waiting.push(waiting)
      const leave = (): void => {
        this.#leave(waiting)
        reject(signal?.reason)
      }
      signal?.addEventListener('abort', leave, { once: true })
    })
  }

  #leave(waiting: Waiting): void {
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
