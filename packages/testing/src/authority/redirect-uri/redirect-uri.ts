/** Redirect URIs: which may be registered, and which requested one is the registered one. */
import { UsageError } from '../../options/usage-error.js'
import type { Switches } from '../switches.js'
import { partsOf, type RedirectUriParts } from './redirect-uri-parts.js'

const loopback = /^(http:\/\/(?:127\.0\.0\.1|\[::1\]|localhost))(?::\d{1,5})?(?=[/?]|$)/i

/** Whether a requested redirect URI is the registered one, by the rule of the switch. */
export function redirectMatches(
  registered: string,
  requested: string,
  rule: Switches['redirectMatch'],
): boolean {
  if (rule === 'exact') return sameButForLoopbackPort(registered, requested)
  const [one, other] = [partsOf(registered), partsOf(requested)]
  return typeof one === 'object' && typeof other === 'object' && sameOrigin(one, other) && adds(one, other)
}

/** RFC 9700 §2.1: to the byte; a native app's port is free on loopback (RFC 8252 §7.3). */
function sameButForLoopbackPort(registered: string, requested: string): boolean {
  return registered.replace(loopback, '$1') === requested.replace(loopback, '$1')
}

/** Whole hosts, so that `https://app.example` is no prefix of `https://app.example.evil`. */
function sameOrigin(one: RedirectUriParts, other: RedirectUriParts): boolean {
  const samePort = isLoopback(one) || portOf(one) === portOf(other)
  return one.scheme === other.scheme && one.host === other.host && samePort
}

/** Whole segments of the path; where the registered URI has a query, the same path, and whole parameters. */
function adds(one: RedirectUriParts, other: RedirectUriParts): boolean {
  if (one.query !== '') return one.path === other.path && `${other.query}&`.startsWith(`${one.query}&`)
  return one.path === other.path || other.path.startsWith(one.path.endsWith('/') ? one.path : `${one.path}/`)
}

function isLoopback({ scheme, host }: RedirectUriParts): boolean {
  return scheme === 'http' && ['127.0.0.1', '[::1]', 'localhost'].includes(host)
}

function portOf({ scheme, port }: RedirectUriParts): number {
  return port === '' ? ({ http: 80, https: 443 }[scheme] ?? 0) : Number(port)
}

/**
 * Refuses what no server should register: anything but https, or http on loopback, and whatever two
 * parsers may read differently.
 *
 * @throws UsageError that says what is wrong with it.
 */
export function checkRegisteredUri(uri: string): void {
  const expected = 'a redirect URI such as https://app.example/callback'
  const parts = typeof uri === 'string' ? partsOf(uri) : 'it is no text'
  if (typeof parts === 'object' && (parts.scheme === 'https' || isLoopback(parts))) return
  const why = typeof parts === 'string' ? parts : 'http is for 127.0.0.1, [::1] and localhost alone'
  throw new UsageError(
    'registerClient',
    'redirectUri',
    expected,
    `redirectUri must be ${expected}, but ${why}`,
  )
}
