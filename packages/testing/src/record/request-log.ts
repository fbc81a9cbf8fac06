/** The record of what the server was asked. */
import type { RequestName } from '../call/call.js'
import { checkOptions, checkValue } from '../options/check-options.js'
import { oneOfWords, type Rule, withMethods } from '../options/option-rules.js'
import { listed } from '../options/wording.js'
import { type Harmless, harmlessIn, type WhatIsKnown } from './harmless.js'
import { type Arrival, type RecordedRequest, ShownRequest } from './recorded-request.js'

/** What the fake server was asked, in order. */
export interface RequestRecord {
  /**
   * The first request of this kind that is kept and that `next` has not given yet; waits for one if there is
   * none: until the signal is aborted, or without one for 4 seconds of real time.
   *
   * @throws Error when none came in time, with the kinds that did, or when the server is stopped first; or
   *   the signal's reason when that is aborted.
   * @throws UsageError for a kind that there isn't, which would never come, or an option that there isn't.
   */
  next(name: RequestName, options?: { readonly signal?: AbortSignal | undefined }): Promise<RecordedRequest>
  /**
   * Every request of this kind, or of all kinds, among the last 1,000; fewer where these
   * are over 16 MiB together.
   *
   * @throws UsageError for a kind that there isn't.
   */
  all(name?: RequestName): readonly RecordedRequest[]
}

interface Waiting {
  readonly name: RequestName
  readonly resolve: (request: RecordedRequest) => void
  readonly reject: (reason: unknown) => void
  /** Lets go of the signal or the timer that could have ended the wait. */
  readonly letGo: () => void
}

const waitingRules = { signal: withMethods('an AbortSignal', 'addEventListener', 'removeEventListener') }

/**
 * In milliseconds of real time: less than the 5 seconds after which test runners end a
 * test without a word of why.
 */
const PATIENCE = 4000
/** The longest that a timer can wait. */
const FOREVER = 2 ** 31 - 1

/** Few enough that a flood of requests dies young in memory. */
const MOST = 1000
/** In characters, and for requests that are large. */
const MOST_TOGETHER = 16 * 1024 * 1024
/** What a header or a parameter costs beside its text, in characters: about. */
const COST = 100

/** Keeps what came, within bounds, and wakes who waits for it. */
export class RequestLog implements RequestRecord {
  readonly #provider: WhatIsKnown
  #harmless: Harmless | undefined
  readonly #kind: Rule
  readonly #kept: Arrival[] = []
  /** How large all of them are together. */
  #size = 0
  /** How many came and are kept no more. */
  #forgotten = 0
  /** By kind: up to where in all that came `next` has looked. */
  readonly #looked = new Map<RequestName, number>()
  #waiting: Waiting[] = []
  #closed = false

  /**
   * @param provider - whose parameters and paths may be shown, but for what it calls a secret
   * @param kinds - what can be asked for
   */
  constructor(provider: WhatIsKnown, kinds: readonly RequestName[]) {
    this.#provider = provider
    this.#kind = oneOfWords(...kinds)
  }

  async next(
    name: RequestName,
    options: { readonly signal?: AbortSignal | undefined } = {},
  ): Promise<RecordedRequest> {
    checkValue('requests.next', 'a kind of request', name, this.#kind)
    checkOptions('requests.next', options, waitingRules)
    const from = (this.#looked.get(name) ?? 0) - this.#forgotten
    const place = this.#kept.findIndex((arrival, at) => at >= from && arrival.name === name)
    const found = this.#kept[place]
    this.#looked.set(name, this.#forgotten + (found === undefined ? this.#kept.length : place + 1))
    return found === undefined ? this.#wait(name, options.signal) : this.#shown(found)
  }

  all(name?: RequestName): readonly RecordedRequest[] {
    if (name !== undefined) checkValue('requests.all', 'a kind of request', name, this.#kind)
    const chosen = this.#kept.filter((arrival) => name === undefined || arrival.name === name)
    return chosen.map((arrival) => this.#shown(arrival))
  }

  add(arrival: Arrival): void {
    this.#kept.push(arrival)
    this.#size += sizeOf(arrival)
    while (this.#tooMany()) this.#forgetOldest()
    const waiting = this.#waiting.find((other) => other.name === arrival.name)
    if (waiting === undefined) return
    this.#looked.set(arrival.name, this.#forgotten + this.#kept.length)
    this.#leave(waiting)
    waiting.resolve(this.#shown(arrival))
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
    // Found out when it is first needed: a provider has many paths, and most servers live for one test.
    this.#harmless ??= harmlessIn(this.#provider)
    return new ShownRequest(arrival, this.#harmless)
  }

  #wait(name: RequestName, signal: AbortSignal | undefined): Promise<RecordedRequest> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(stopped(name))
      if (signal?.aborted) return reject(signal.reason)
      const giveUp = (): void => {
        this.#leave(waiting)
        reject(signal === undefined ? this.#tooLate(name) : signal.reason)
      }
      // Whoever waits holds the process, which no AbortSignal.timeout and no server of ours does: else a test
      // runner finds nothing going on, and ends the test without a word of why.
      const timer = signal === undefined ? setTimeout(giveUp, PATIENCE) : setInterval(() => {}, FOREVER)
      const letGo = (): void => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', giveUp)
      }
      const waiting: Waiting = { name, resolve, reject, letGo }
      this.#waiting.push(waiting)
      signal?.addEventListener('abort', giveUp, { once: true })
    })
  }

  #tooLate(name: RequestName): Error {
    const kinds = [...new Set(this.#kept.map((arrival) => arrival.name))]
    const came = kinds.length === 0 ? 'nothing came at all' : `there came ${listed(kinds, 'and')}`
    return new Error(`no request of the kind '${name}' came in ${PATIENCE / 1000} seconds; ${came}`)
  }

  #leave(waiting: Waiting): void {
    waiting.letGo()
    this.#waiting = this.#waiting.filter((other) => other !== waiting)
  }

  /** The newest stays, however large it is. */
  #tooMany(): boolean {
    return this.#kept.length > 1 && (this.#kept.length > MOST || this.#size > MOST_TOGETHER)
  }

  #forgetOldest(): void {
    const oldest = this.#kept.shift()
    if (oldest !== undefined) this.#size -= sizeOf(oldest)
    this.#forgotten += 1
  }
}

/** How large a request is in memory, in characters: about. */
function sizeOf({ request, parameters }: Arrival): number {
  let size = request.url.length + request.body.length
  for (const [name, value] of parameters) size += name.length + value.length + COST
  for (const [name, value] of Object.entries(request.headers))
    size += name.length + String(value).length + COST
  return size
}

function stopped(name: RequestName): Error {
  return new Error(`the fake server was stopped before a request of the kind '${name}' came`)
}
