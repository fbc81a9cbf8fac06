/** Redirect URIs: which may be registered, and which requested one is the registered one. */
import { UsageError } from '../usage-error.js'
import { type Address, addressOf } from './address.js'
import type { Switches } from './switches.js'

const loopback = /^(http:\/\/(?:127\.0\.0\.1|\[::1\]|localhost))(?::\d{1,5})?(?=[/?]|$)/i

/** Whether a requested redirect URI is the registered one, by the rule of the switch. */
export function redirectMatches(
  registered: string,
  requested: string,
  rule: Switches['redirectMatch'],
): boolean {
  if (rule === 'exact') return sameButForLoopbackPort(registered, requested)
  const [one, other] = [addressOf(registered), addressOf(requested)]
  return typeof one === 'object' && typeof other === 'object' && sameOrigin(one, other) && adds(one, other)
}

/** RFC 9700 §2.1: to the byte; a native app's port is free on loopback (RFC 8252 §7.3). */
function sameButForLoopbackPort(registered: string, requested: string): boolean {
  return registered.replace(loopback, '$1') === requested.replace(loopback, '$1')
}

/** Whole hosts, so that `https://app.example` is no prefix of `https://app.example.evil`. */
function sameOrigin(one: Address, other: Address): boolean {
  const samePort = isLoopback(one) || portOf(one) === portOf(other)
  return one.scheme === other.scheme && one.host === other.host && samePort
}

/** Whole segments of the path; where the registered URI has a query, the same path, and whole parameters. */
function adds(one: Address, other: Address): boolean {
  if (one.query !== '') return one.path === other.path && `${other.query}&`.startsWith(`${one.query}&`)
  return one.path === other.path || other.path.startsWith(one.path.endsWith('/') ? one.path : `${one.path}/`)
}

function isLoopback({ scheme, host }: Address): boolean {
  return scheme === 'http' && ['127.0.0.1', '[::1]', 'localhost'].includes(host)
}

function portOf({ scheme, port }: Address): number {
  return port === '' ? ({ http: 80, https: 443 }[scheme] ?? 0) : Number(port)
}

/**
 * Refuses what no server should register: anything but https, or http on loopback, and whatever two parsers may read
 * differently.
 *
 * @throws UsageError that says what is wrong with it.
 */
export function checkRegisteredUri(uri: string): void {
  const expected = 'a redirect URI such as https://app.example/callback'
  const address = typeof uri === 'string' ? addressOf(uri) : 'it is no text'
  if (typeof address === 'object' && (address.scheme === 'https' || isLoopback(address))) return
  const why = typeof address === 'string' ? address : 'http is for 127.0.0.1, [::1] and localhost alone'
  throw new UsageError(
    'registerClient',
    'redirectUri',
    expected,
    `redirectUri must be ${expected}, but ${why}`,
  )
}
