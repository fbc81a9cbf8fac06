/** A request as the record shows it, and what of it is not shown. */
import type { RequestName } from '../call/call.js'
import { type HttpRequest, headerOf, type Parameter, pathOf } from '../call/http.js'
import { checkValue } from '../options/check-options.js'
import { aText } from '../options/option-rules.js'
import { type Harmless, type Shown, shownHeaders, shownParameters, shownPath } from './harmless.js'

/** A request as it came. */
export interface Arrival {
  readonly name: RequestName
  readonly request: HttpRequest
  readonly parameters: readonly Parameter[]
  readonly receivedAt: number
}

/**
 * A request that came. What prints of it, in a log, an assertion or JSON, holds no secret;
 * `secret()` gives one by its name.
 */
export interface RecordedRequest {
  /** Which kind of request it is. */
  readonly name: RequestName
  /** The HTTP method, in capitals. */
  readonly method: string
  /**
   * The path without the query: `<hidden>` for a segment that is neither known to the provider nor a number.
   */
  readonly path: string
  /**
   * The parameters of its query or form, a list where one came twice: as they came where the
   * provider knows them and does not call them a secret, else `<hidden>`. Of a URI the user, the
   * query and the fragment are hidden too.
   */
  readonly parameters: Readonly<Record<string, string | readonly string[]>>
  /** The headers by lower-case name, `<hidden>` but for those that no client puts a secret in. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  /** When it came, by the fake server's clock, in milliseconds since 1970. */
  readonly receivedAt: number
  /**
   * The value of a parameter or else of a header, secret or not: `secret('refresh_token')`,
   * `secret('authorization')`.
   */
  secret(name: string): string | undefined
  /** The path and the query as they came, secrets and all. */
  url(): string
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

  constructor(arrival: Arrival, harmless: Harmless) {
    this.name = arrival.name
    this.method = arrival.request.method
    this.path = shownPath(pathOf(arrival.request), harmless)
    this.parameters = shownParameters(arrival.parameters, harmless)
    this.headers = shownHeaders(arrival.request.headers)
    this.receivedAt = arrival.receivedAt
    this.#arrival = arrival
  }

  secret(name: string): string | undefined {
    checkValue('secret', 'the name', name, aText)
    const { parameters, request } = this.#arrival
    return parameters.find(([other]) => other === name)?.[1] ?? headerOf(request, name.toLowerCase())
  }

  url(): string {
    return this.#arrival.request.url
  }

  body(): string {
    return this.#arrival.request.body
  }
}
