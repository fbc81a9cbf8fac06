/** A request as the record shows it, and what of it is not shown. */
import type { RequestName } from './call.js'
import { type HttpRequest, headerOf, type Parameter, pathOf } from './http.js'

const HIDDEN = '<hidden>'

/** What a header that may carry a credential is called. A referrer may hold a code. */
const secretHeader = /auth|cookie|token|secret|passw|api-?key|credential|referer/i

/** What a secret is called wherever logins are made, whether an endpoint has such a parameter or not. */
const secretNamesOfAll = [
  'access_token',
  'assertion',
  'client_assertion',
  'client_secret',
  'code',
  'code_verifier',
  'id_token',
  'password',
  'refresh_token',
  'state',
  'ticket',
  'token',
]

/** The names of parameters that are not to be shown, to be compared without case: those given and the usual ones. */
export function namesToHide(names: Iterable<string>): ReadonlySet<string> {
  return new Set([...secretNamesOfAll, ...names].map((name) => name.toLowerCase()))
}

/** A request as it came. */
export interface Arrival {
  readonly name: RequestName
  readonly request: HttpRequest
  readonly parameters: readonly Parameter[]
  readonly receivedAt: number
}

type Shown = RecordedRequest['headers']

/**
 * A request that came. What prints of it, in a log, an assertion or JSON, holds no secret; `secret()` gives one by
 * its name.
 */
export interface RecordedRequest {
  /** Which kind of request it is. */
  readonly name: RequestName
  /** The HTTP method, in capitals. */
  readonly method: string
  /** The path, without the query. */
  readonly path: string
  /** The parameters of its query or form: a list where one came twice, `<hidden>` where one is a secret. */
  readonly parameters: Readonly<Record<string, string | readonly string[]>>
  /** The headers by lower-case name, `<hidden>` where one may carry a credential. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  /** When it came, by the fake server's clock, in milliseconds since 1970. */
  readonly receivedAt: number
  /** The value of a parameter or else of a header, secret or not: `secret('refresh_token')`, `secret('authorization')`. */
  secret(name: string): string | undefined
  /** The body as it came, secrets and all. */
  body(): string
}

/** Shows an arrival without its secrets, which stand in a private field that nothing prints. */
export class ShownRequest implements RecordedRequest {
  readonly name: RequestName
  readonly method: string
  readonly path: string
  readonly parameters: Shown
  readonly headers: Shown
  readonly receivedAt: number
  readonly #arrival: Arrival

  /** @param secretNames The parameters that are not to be shown, in lower case. */
  constructor(arrival: Arrival, secretNames: ReadonlySet<string>) {
    this.name = arrival.name
    this.method = arrival.request.method
    this.path = pathOf(arrival.request)
    this.parameters = shownParameters(arrival.parameters, secretNames)
    this.headers = shownHeaders(arrival.request)
    this.receivedAt = arrival.receivedAt
    this.#arrival = arrival
  }

  secret(name: string): string | undefined {
    const { parameters, request } = this.#arrival
    return parameters.find(([other]) => other === name)?.[1] ?? headerOf(request, name.toLowerCase())
  }

  body(): string {
    return this.#arrival.request.body
  }
}

function shownParameters(parameters: readonly Parameter[], secretNames: ReadonlySet<string>): Shown {
  const shown = new Map<string, string | readonly string[]>()
  for (const [name, value] of parameters) {
    const next = secretNames.has(name.toLowerCase()) ? HIDDEN : value
    const before = shown.get(name)
    shown.set(name, before === undefined ? next : [before, next].flat())
  }
  return Object.fromEntries(shown)
}

function shownHeaders(request: HttpRequest): Shown {
  const shown = new Map<string, string | readonly string[]>()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) shown.set(name, secretHeader.test(name) ? HIDDEN : value)
  }
  return Object.fromEntries(shown)
}
