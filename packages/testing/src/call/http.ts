/** HTTP as plain values: what the handlers take and give, whatever carries it. */
import type { Decision } from './decision.js'

/** A request, read whole. */
export interface HttpRequest {
  readonly method: string
  /** Path and query, as they stand in the request line. */
  readonly url: string
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: string
  /**
   * What its user has decided, where `signIn` plays the browser. It goes beside the
   * request: none can send it.
   */
  readonly decision?: Decision | undefined
}

/** An answer, before anything carries it. */
export interface HttpAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** One parameter of a query or a form. */
export type Parameter = readonly [name: string, value: string]

/** A header's value; where it came more than once, its first. */
export function headerOf(request: HttpRequest, name: string): string | undefined {
  const value = request.headers[name]
  return typeof value === 'object' ? value[0] : value
}

/** The path of a request, without its query. */
export function pathOf(request: HttpRequest): string {
  const end = request.url.indexOf('?')
  return end < 0 ? request.url : request.url.slice(0, end)
}

/** The parameters of a request's query, in order. */
export function queryOf(request: HttpRequest): readonly Parameter[] {
  const start = request.url.indexOf('?')
  return start < 0 ? [] : [...new URLSearchParams(request.url.slice(start))]
}
