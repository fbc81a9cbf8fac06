/** A redirect URI in its parts, or what is wrong with it: what two parsers may read differently is none. */
import { absoluteUri } from '@linode-login/core/internal'

/** A redirect URI in its parts, as they are written. */
export interface RedirectUriParts {
  readonly scheme: string
  readonly host: string
  readonly port: string
  /** Begins with a slash. */
  readonly path: string
  /** With its question mark, or empty. */
  readonly query: string
}

/**
 * What no parser reads otherwise than another: a scheme, `//`, a host of plain
 * characters, and no user before it.
 */
const grammar = /^(https?):\/\/([\w.-]+|\[[\da-f:.]+\])(?::(\d{1,5}))?(\/[^?]*)?(\?.*)?$/i
const encoded = /%(?:[\da-f]{2}|u[\da-f]{4})/i
/** Some servers strip what follows a semicolon before they resolve dots. */
const dotSegment = /(?:^|[/\\])\.{1,2}(?=[/\\;]|$)/

/** Nobody encodes a path so often by mistake. */
const MOST_DECODINGS = 5

/**
 * What an answer says (RFC 6749 §4.1.2, §4.2.2; RFC 9207 §2). Beside its own, an app
 * could take the request's.
 */
const ofTheAnswer = new Set([
  'code',
  'state',
  'iss',
  'error',
  'error_description',
  'error_uri',
  'access_token',
  'token_type',
  'expires_in',
  'scope',
])

/** The parts of a redirect URI, or what is wrong with it. The raw text is judged, before `URL` mends it. */
export function partsOf(uri: string): RedirectUriParts | string {
  if (uri.includes('#')) return 'it has a fragment, which RFC 6749 §3.1.2 forbids'
  if (absoluteUri.read(uri) === undefined)
    return 'it is no absolute URI of printable ASCII (in a host, use Punycode; elsewhere, percent signs)'
  if (uri.includes('\\')) return 'it has a backslash, which browsers take for a slash'
  if (/^[^/]*:\/*[^/?]*@/.test(uri)) return 'it holds a user name or a password'
  const [, scheme, host, port = '', path = '/', query = ''] = grammar.exec(uri) ?? []
  if (scheme === undefined || host === undefined) return 'it is not written as https://host/path'
  const decoded = decodedPath(path)
  if (decoded === undefined) return 'its path has percent signs that not every parser decodes to the same'
  if (dotSegment.test(decoded)) return 'its path has a segment . or .., which browsers resolve'
  const name = namesIn(query).find((one) => ofTheAnswer.has(one))
  if (name !== undefined) return `its query holds ${name}, which the answer says`
  return { scheme: scheme.toLowerCase(), host: host.toLowerCase(), port, path, query }
}

/** A path without percent signs that encode anything, as it may be decoded more than once on its way. */
function decodedPath(path: string): string | undefined {
  let text = path
  try {
    for (let round = 0; round < MOST_DECODINGS; round += 1) {
      text = decodeURIComponent(text)
      if (!encoded.test(text)) return text
    }
  } catch {
    // It is no UTF-8, or a percent sign stands alone.
  }
  return undefined
}

/** The parameters' names as the most lenient of parsers read them. */
function namesIn(query: string): readonly string[] {
  const names = new URLSearchParams(query.replaceAll(';', '&')).keys()
  return [...names].map((name) => name.replace(/\[.*/s, '').trim().toLowerCase().replaceAll(/[. ]/g, '_'))
}
