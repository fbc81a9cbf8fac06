/** The kinds of answers that the login server gives, with the headers of each. */

import { anyOrigin } from '../call/cors.js'
import type { HttpAnswer } from '../call/http.js'

/** What every answer with a code, a token or a form in it needs (RFC 6749 §5.1). */
const noStore = { 'cache-control': 'no-store', pragma: 'no-cache' } as const

/**
 * The headers of JSON that no one may keep and any origin may read. Always the same object: a
 * transport may remember it.
 */
const jsonHeaders = { 'content-type': 'application/json', ...noStore, ...anyOrigin } as const

/** A JSON answer to a client, wherever it runs. */
export function json(status: number, value: unknown): HttpAnswer {
  return { status, headers: jsonHeaders, body: JSON.stringify(value) }
}

/** 303, so that a browser never sends a form on to where it is sent (RFC 9700 §4.12). */
export function redirect(location: string, headers: Readonly<Record<string, string>> = {}): HttpAnswer {
  return {
    status: 303,
    headers: { location, ...noStore, 'referrer-policy': 'no-referrer', ...headers },
    body: '',
  }
}

/**
 * A page that can't be framed (RFC 9700 §4.16), loads nothing and runs nothing. There is no `form-action`:
 * Chromium applies it to the redirect after the form too, which goes to the app.
 */
export function page(
  status: number,
  html: string,
  headers: Readonly<Record<string, string>> = {},
): HttpAnswer {
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      ...noStore,
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      ...headers,
    },
    body: html,
  }
}

/** A sentence for who looks at it by hand. */
export function plainText(
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): HttpAnswer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers }, body: `${text}\n` }
}
