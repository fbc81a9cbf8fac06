import { ConfigurationError } from '@linode-login/core'

/**
 * What an authorization server adds to the redirect URI (RFC 6749 §4.1.2, RFC 9207 §2), and a token that it
 * should not.
 */
const answer: ReadonlySet<string> = new Set([
  'access_token',
  'code',
  'error',
  'error_description',
  'error_uri',
  'iss',
  'state',
])

/** One of these tells that a page was come to from an authorization server. */
const signs = ['code', 'error', 'access_token']

/**
 * Whether a page's URL is the answer to an authorization request. Other providers' callbacks look the same,
 * so where the redirect URI is known the page must be at it: same origin, same path, and each query parameter
 * that it has.
 *
 * @throws ConfigurationError when the redirect URI is none
 */
export function isCallback(href: string, redirectUri: string | undefined): boolean {
  const url = new URL(href)
  return (
    (hasSign(url.searchParams) || hasToken(url.hash)) && (redirectUri === undefined || isAt(url, redirectUri))
  )
}

/**
 * The URL without the answer. Everything else stays as it is, byte for byte: foreign query parameters, and
 * the hash unless it carries a token.
 */
export function withoutAnswer(href: string): string {
  const url = new URL(href)
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => !answer.has(nameOf(pair)))
  url.search = kept.join('&')
  if (hasToken(url.hash)) url.hash = ''
  return url.href
}

function hasSign(parameters: URLSearchParams): boolean {
  return signs.some((name) => parameters.has(name))
}

function hasToken(hash: string): boolean {
  return new URLSearchParams(hash.slice(1)).has('access_token')
}

function isAt(page: URL, redirectUri: string): boolean {
  if (!URL.canParse(redirectUri)) throw new ConfigurationError('redirectUri', 'an absolute URI')
  const { origin, pathname, searchParams } = new URL(redirectUri)
  return (
    page.origin === origin &&
    page.pathname === pathname &&
    [...searchParams].every(([name, value]) => page.searchParams.getAll(name).includes(value))
  )
}

function nameOf(pair: string): string {
  const [name = ''] = new URLSearchParams(pair).keys()
  return name
}
