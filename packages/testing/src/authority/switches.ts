/** The switches: what servers do differently. */
import { aText, oneOfWords, type Rule, type Rules, yesOrNo } from '../options/option-rules.js'

/** What servers do differently, each with a switch of its own. */
export interface Switches {
  /**
   * How a redirect URI is compared with the registered one. `exact`: byte for byte, but for the
   * port of a loopback address (RFC 9700 §2.1). `prefix`: the same origin and a path or query that
   * adds to the registered one.
   */
  readonly redirectMatch: 'exact' | 'prefix'
  /** Whose authorization requests must carry a code challenge (RFC 9700 §2.1.1). */
  readonly requirePkce: 'public' | 'always' | 'never'
  /**
   * What becomes of a refresh token that was used (RFC 9700 §4.14.2).
   *
   * - `strict`: a new one replaces it, and using the old one again ends the whole grant
   * - `none`: it stays, and each answer carries it again
   * - `grace`: as `strict`, but for a while (`lifetimes.grace`) the old one gives the same successor again
   * - `grace-forks`: as `strict`, but for a while the old one gives another successor each time; after a
   *   thousand of a grant, its first again
   */
  readonly rotation: 'strict' | 'none' | 'grace' | 'grace-forks'
  /** Whether `response_type=token` is served, which RFC 9700 §2.1.2 advises against. */
  readonly implicit: boolean
  /**
   * What the implicit grant's answer carries as `return`, a field that no RFC has, or `false` for none.
   * Linode sends it; with what in it is unknown (facts), so that its profile sends it empty.
   */
  readonly implicitReturn: false | string
  /**
   * Whether the exchange must repeat the redirect URI of the authorization request (RFC 6749
   * §4.1.3), or may leave it out.
   */
  readonly exchangeRedirectUri: 'required' | 'optional'
  /** Whether public clients get refresh tokens. Linode gives them `null` (facts). */
  readonly publicRefreshTokens: boolean
  /** Whether secrets are as short as the provider's, or at least of 160 bits (RFC 6749 §10.10). */
  readonly shortSecrets: boolean
  /**
   * Whether authorization answers, errors too, name their issuer in `iss` (RFC 9207 §2): `true`
   * for the server's own address, or a text to send instead, for a client that must notice it.
   * Linode sends none (facts).
   */
  readonly iss: boolean | string
}

/** Any of the switches, each in place of the profile's. */
export type SwitchOptions = { readonly [Name in keyof Switches]?: Switches[Name] | undefined }

/** What the RFCs ask, wherever they ask something. */
export const strictSwitches: Switches = {
  redirectMatch: 'exact',
  requirePkce: 'public',
  rotation: 'strict',
  implicit: false,
  implicitReturn: false,
  exchangeRedirectUri: 'required',
  publicRefreshTokens: false,
  shortSecrets: false,
  iss: false,
}

const issuer: Rule = {
  expected: 'true, false or an issuer',
  accepts: (value) => typeof value === 'boolean' || (typeof value === 'string' && value !== ''),
}

const returned: Rule = {
  expected: 'a text or false',
  accepts: (value) => value === false || aText.accepts(value),
}

/** What each switch can be. */
export const switchRules: Rules<Switches> = {
  redirectMatch: oneOfWords('exact', 'prefix'),
  requirePkce: oneOfWords('public', 'always', 'never'),
  rotation: oneOfWords('strict', 'none', 'grace', 'grace-forks'),
  implicit: yesOrNo,
  implicitReturn: returned,
  exchangeRedirectUri: oneOfWords('required', 'optional'),
  publicRefreshTokens: yesOrNo,
  shortSecrets: yesOrNo,
  iss: issuer,
}

/** The switches that are set, and the others as they are in `base`. */
export function withSwitches(base: Switches, set: SwitchOptions): Switches {
  return {
    redirectMatch: set.redirectMatch ?? base.redirectMatch,
    requirePkce: set.requirePkce ?? base.requirePkce,
    rotation: set.rotation ?? base.rotation,
    implicit: set.implicit ?? base.implicit,
    implicitReturn: set.implicitReturn ?? base.implicitReturn,
    exchangeRedirectUri: set.exchangeRedirectUri ?? base.exchangeRedirectUri,
    publicRefreshTokens: set.publicRefreshTokens ?? base.publicRefreshTokens,
    shortSecrets: set.shortSecrets ?? base.shortSecrets,
    iss: set.iss ?? base.iss,
  }
}
