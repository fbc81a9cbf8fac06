/** The login server's address: judged as text, and brought into one form. */
import { ConfigurationError } from '../errors/errors.js'

const parts = /^(https?):\/\/((?:[\w-]+\.)*[\w-]+\.?|\[[0-9a-f:]+\])(?::\d{1,5})?((?:\/[\w.~-]+)*)\/?$/i
const loopback = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/** Whether a host, as `URL` writes it, is this machine: all that plain http is for. */
export function isLoopback(host: string): boolean {
  return loopback.test(host)
}

/**
 * The login server's address in its one canonical form: no trailing slash or dot,
 * lower case, no default port.
 *
 * The raw text is judged, before `URL` mends it: a text that says one host to a reader and another to a
 * parser is refused. So only letters, digits, dots and hyphens make a host, and it must be written as
 * the parser understands it.
 *
 * @throws ConfigurationError naming the option `baseUrl`.
 */
export function canonicalBaseUrl(text: string): string {
  const [, scheme = '', host = '', path = ''] =
    parts.exec(text) ?? refuse('a plain https URL without user, query or fragment')
  const name = host.toLowerCase().replace(/\.$/, '')
  const url = URL.canParse(text) ? new URL(text) : refuse('a URL that can be parsed')
  if (url.hostname.replace(/\.$/, '') !== name) refuse('a host in its usual form')
  if (url.pathname.replace(/\/$/, '') !== path) refuse('a path without . and .. in it')
  if (/\/oauth(?:\/|$)/i.test(path)) refuse('the address without /oauth, which the endpoints add')
  if (scheme.toLowerCase() === 'http' && !isLoopback(name)) refuse('https, for any host but this machine')
  return `${url.protocol}//${name}${url.port === '' ? '' : `:${url.port}`}${path}`
}

function refuse(expected: string): never {
  throw new ConfigurationError('baseUrl', `${expected}, such as https://login.linode.com`)
}
