/** A page's URL as a callback: whether it holds an answer, whose it is, and how it looks without it. */
import { absoluteUri, callbackParameters, carriesToken, secretParameters } from '@linode-login/core/internal'

/** What an authorization server adds to the redirect URI, and a secret that it should not. */
const answer: ReadonlySet<string> = new Set([...callbackParameters, ...secretParameters])

/** One of these tells that a page was come to from an authorization server. */
const signs = ['code', 'error'] as const satisfies (typeof callbackParameters)[number][]

/** And this one, whose answer it is. */
const STATE = 'state' satisfies (typeof callbackParameters)[number]

/** Whether a page's URL holds the answer to an authorization request, be it ours or another provider's. */
export function hasAnswer(href: string): boolean {
  const url = new URL(href)
  return signs.some((name) => url.searchParams.has(name)) || hasAnswerInHash(url) || carriesToken(url)
}

/**
 * Linode answers in the query alone: an answer in the hash is cleaned away and refused. A
 * heading's `#code` is none.
 */
function hasAnswerInHash({ hash }: URL): boolean {
  const fragment = new URLSearchParams(hash.slice(1))
  return signs.some((name) => fragment.get(name))
}

/** The state of an answer, which tells whose it is; empty where it has none. */
export function stateOf(href: string): string {
  const { searchParams, hash } = new URL(href)
  return searchParams.get(STATE) ?? new URLSearchParams(hash.slice(1)).get(STATE) ?? ''
}

/**
 * Whether a page is at a redirect URI: same origin, same path, and each query parameter that it has. Hosts
 * write paths anew: a slash at the end, or other escapes, make no other page.
 */
export function isAt(href: string, redirectUri: string): boolean {
  if (absoluteUri.read(redirectUri) === undefined) return false
  const page = new URL(href)
  const { origin, pathname, searchParams } = new URL(redirectUri)
  return (
    page.origin === origin &&
    plainPath(page.pathname) === plainPath(pathname) &&
    [...searchParams].every(([name, value]) => page.searchParams.getAll(name).includes(value))
  )
}

/**
 * The URL without the answer. Everything else stays as it is, byte for byte: foreign query parameters, and
 * the hash unless it carries an answer or a token.
 */
export function withoutAnswer(href: string): string {
  const url = new URL(href)
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => !answer.has(nameOf(pair)) && !carriesToken({ search: pair, hash: '' }))
  url.search = kept.join('&')
  if (hasAnswerInHash(url) || carriesToken({ search: '', hash: url.hash })) url.hash = ''
  return url.href
}

function plainPath(path: string): string {
  return unescaped(path).replace(/\/$/, '')
}

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function nameOf(pair: string): string {
  const [name = ''] = new URLSearchParams(pair).keys()
  return name
}
