/** What servers do differently, each with a switch of its own. */
export interface Switches {
  /**
   * How a redirect URI is compared with the registered one. `exact`: byte for byte, but for the port of a loopback
   * address (RFC 9700 §2.1). `prefix`: the same origin and a path or query that adds to the registered one.
   */
  readonly redirectMatch: 'exact' | 'prefix'
  /** Whose authorization requests must carry a code challenge (RFC 9700 §2.1.1). */
  readonly requirePkce: 'public' | 'always' | 'never'
  /**
   * What becomes of a refresh token that was used. `strict`: a new one replaces it, and using the old one again ends
   * the whole grant (RFC 9700 §4.14.2). `none`: it stays, and each answer carries it again.
   */
  readonly rotation: 'strict' | 'none'
  /** Whether `response_type=token` is served, which RFC 9700 §2.1.2 advises against. */
  readonly implicit: boolean
  /** Whether the exchange must repeat the redirect URI of the authorization request (RFC 6749 §4.1.3), or may leave it out. */
  readonly exchangeRedirectUri: 'required' | 'optional'
  /** Whether public clients get refresh tokens. Linode gives them `null` (facts). */
  readonly publicRefreshTokens: boolean
  /** Whether secrets are as short as the provider's, or at least of 160 bits (RFC 6749 §10.10). */
  readonly shortSecrets: boolean
}

/** What the RFCs ask, wherever they ask something. */
export const strictSwitches: Switches = {
  redirectMatch: 'exact',
  requirePkce: 'public',
  rotation: 'strict',
  implicit: false,
  exchangeRedirectUri: 'required',
  publicRefreshTokens: false,
  shortSecrets: false,
}
