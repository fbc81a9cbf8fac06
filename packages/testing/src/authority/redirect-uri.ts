import type { Switches } from './switches.js'

const loopbackPort = /^(http:\/\/(?:127\.0\.0\.1|\[::1\]|localhost))(?::\d+)?(?=[/?]|$)/

/** Where the path ends in a registered URI, whatever is added must begin anew. */
const beginsAnew = /^(?:$|[/?])/

/** Whether a requested redirect URI is the registered one, by the rule of the switch. */
export function redirectMatches(
  registered: string,
  requested: string,
  rule: Switches['redirectMatch'],
): boolean {
  return rule === 'exact' ? sameButForLoopbackPort(registered, requested) : adds(registered, requested)
}

/** RFC 9700 §2.1: to the byte; a native app's port is free on loopback (RFC 8252 §7.3). */
function sameButForLoopbackPort(registered: string, requested: string): boolean {
  return withoutLoopbackPort(registered) === withoutLoopbackPort(requested)
}

/** Whole origins first, then the path, so that `https://app.example` is no prefix of `https://app.example.evil`. */
function adds(registered: string, requested: string): boolean {
  const one = new URL(withoutLoopbackPort(registered))
  const other = new URL(withoutLoopbackPort(requested))
  if (one.origin !== other.origin || other.username !== '' || other.password !== '') return false
  const base = one.pathname + one.search
  const target = other.pathname + other.search
  if (!target.startsWith(base)) return false
  const added = target.slice(base.length)
  if (one.search !== '') return added === '' || added.startsWith('&')
  return base.endsWith('/') || beginsAnew.test(added)
}

function withoutLoopbackPort(uri: string): string {
  return uri.replace(loopbackPort, '$1')
}

/**
 * Refuses what no server should register: anything but https, or http on loopback, without a fragment or user name.
 *
 * @throws TypeError that says what is wrong with it.
 */
export function checkRegisteredUri(uri: string): void {
  const url = URL.canParse(uri) ? new URL(uri) : undefined
  if (url === undefined) throw new TypeError(`redirectUri is no absolute URI: ${JSON.stringify(uri)}`)
  if (uri.includes('#')) throw new TypeError('redirectUri has a fragment, which RFC 6749 §3.1.2 forbids')
  if (url.username !== '' || url.password !== '')
    throw new TypeError('redirectUri holds a user name or a password')
  if (url.protocol !== 'https:' && !loopbackPort.test(uri)) {
    throw new TypeError('redirectUri must be https, or http on 127.0.0.1, [::1] or localhost')
  }
}
