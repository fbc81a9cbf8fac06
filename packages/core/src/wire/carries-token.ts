/** Tokens in URLs, which only the implicit grant puts there. */
const tokens = ['access_token', 'id_token', 'refresh_token']

/**
 * Whether a URL's query, its fragment, or the query that a router keeps in its fragment, has
 * a token (RFC 9700 §2.1.2).
 */
export function carriesToken({ search, hash }: Pick<URL, 'search' | 'hash'>): boolean {
  const pairs = (search + hash).split(/[?&#]/)
  return pairs.some((pair) => tokens.includes([...new URLSearchParams(pair).keys()].join()))
}
