/** What pages of other origins may call and read. */
import type { Call } from './call.js'
import type { HttpAnswer } from './http.js'

/**
 * Whoever runs in a browser may call what takes its credentials in the body or a header
 * of its own, never a cookie.
 */
export const anyOrigin = { 'access-control-allow-origin': '*' } as const

/** For what a browser is sent to: no page of another origin may read the answer (RFC 9700 §2.6). */
export const sameOrigin: Call['cors'] = {}

/** The answer to a preflight. */
export function preflight(methods: readonly string[], headers: string): HttpAnswer {
  return {
    status: 204,
    headers: {
      ...anyOrigin,
      'access-control-allow-methods': methods.join(', '),
      'access-control-allow-headers': headers,
      'access-control-max-age': '600',
    },
    body: '',
  }
}
