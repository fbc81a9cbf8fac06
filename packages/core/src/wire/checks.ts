/**
 * The rules for single values: what goes over the wire, and what an app hands in. Numbers are written out:
 * what a rule is made of by reckoning, bundlers keep for apps that don't use it.
 */

/** A rule for one field's value. */
export interface Check<T> {
  /** What the rule accepts, in words that fit after "expected". */
  readonly expected: string
  /** The value as it is used from here on, or `undefined` where it can't be accepted. */
  read(value: unknown): T | undefined
  /** Whether two values that were accepted say the same. Without it they must be identical. */
  readonly same?: ((one: T, other: T) => boolean) | undefined
}

function textOf(expected: string, accepted: RegExp, maxLength: number = 4096): Check<string> {
  return {
    expected,
    read: (value) =>
      typeof value === 'string' && value.length <= maxLength && accepted.test(value) ? value : undefined,
  }
}

function longText(
  expected: string,
  accepted: RegExp,
  maxLength: number,
  same: (one: string, other: string) => boolean = Object.is,
): Check<string> {
  return { ...textOf(`${expected} of at most ${maxLength} characters`, accepted, maxLength), same }
}

/** A number within bounds, which may be infinite. */
export function numberWithin(expected: string, least: number, most: number): Check<number> {
  return {
    expected,
    read: (value) => (typeof value === 'number' && value >= least && value <= most ? value : undefined),
  }
}

/** A bearer token: b64token, RFC 6750 §2.1. */
export const bearerToken: Check<string> = /* @__PURE__ */ longText('a bearer token', /^[\w.~+/-]+=*$/, 8192)

/** A client id, a client secret, a code, a state: visible ASCII and spaces, RFC 6749 appendix A. */
export const visibleText: Check<string> = /* @__PURE__ */ longText('printable ASCII', /^[\x20-\x7e]+$/, 4096)

/** A text for people, not trusted: of any characters, cleaned where it is shown. */
export const freeText: Check<string> = {
  expected: 'a text',
  read: (value) => (typeof value === 'string' ? value : undefined),
}

/**
 * A redirect URI or an issuer: an absolute URI without a fragment, RFC 6749 §3.1.2. It is kept byte for byte.
 */
export const absoluteUri: Check<string> = {
  expected: 'an absolute URI without a fragment, such as https://app.example/path',
  read: (value) => (typeof value === 'string' && isAbsoluteUri(value) ? value : undefined),
}

function isAbsoluteUri(text: string): boolean {
  return text.length <= 4096 && /^[a-z][a-z0-9+.-]*:[\x21\x22\x24-\x7e]+$/i.test(text) && URL.canParse(text)
}

/** A code verifier, RFC 7636 §4.1. */
export const codeVerifier: Check<string> = /* @__PURE__ */ textOf(
  '43 to 128 letters, digits or any of - . _ ~',
  /^[\w.~-]{43,128}$/,
)

/** An S256 code challenge: 32 bytes in base64url, RFC 7636 §4.2. */
export const codeChallenge: Check<string> = /* @__PURE__ */ textOf(
  '43 characters of base64url',
  /^[\w-]{43}$/,
)

/**
 * Scopes in one text, separated by spaces or commas; they may be none. Two texts are the
 * same if their scopes are.
 */
export const scopeText: Check<string> = /* @__PURE__ */ longText(
  'scopes separated by spaces or commas,',
  /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/,
  65_536,
  (one, other) => sortedScopes(one) === sortedScopes(other),
)

function sortedScopes(text: string): string {
  return [...new Set(text.split(/[ ,]+/))].sort().join(' ').trim()
}

const TEN_YEARS = 315_360_000

/**
 * A lifetime in whole seconds, not negative, capped at ten years, RFC 6749 §5.1. Digits
 * in a string are taken too.
 */
export const seconds: Check<number> = {
  expected: 'a whole number of seconds, not negative',
  read: (value) => {
    const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value
    if (!Number.isSafeInteger(number) || typeof number !== 'number' || number < 0) return undefined
    return Math.min(number, TEN_YEARS)
  },
}

/** One of a few values, to the letter. */
export function oneOf<const T extends string | boolean>(...accepted: readonly T[]): Check<T> {
  return {
    expected: accepted.join(' or '),
    read: (value) => accepted.find((one) => one === value),
  }
}

/** One of a few values in lower case, whatever the case that came (RFC 6749 §5.1: the token type). */
export function oneOfIgnoringCase<const T extends string>(...accepted: readonly T[]): Check<T> {
  return {
    expected: accepted.join(' or '),
    read: (value) => accepted.find((text) => typeof value === 'string' && text === value.toLowerCase()),
  }
}
