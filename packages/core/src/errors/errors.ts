/** Every error that this package throws: a class for each thing that a caller can act on. */
import type {
  CallbackErrorCode,
  ConfigurationErrorCode,
  InvalidResponseErrorCode,
  LinodeLoginErrorCode,
  LoginOperation,
  LoginRequiredErrorCode,
  NetworkErrorCode,
  ScopeErrorCode,
  ServerErrorCode,
  TokenFormatErrorCode,
} from './error-codes.js'
import { redactCause } from './redact.js'

// In the global registry, so that two copies of this package know each other's errors.
const brand: symbol = /* @__PURE__ */ Symbol.for('linode-login.error')

/** What every error is made from. */
export interface ErrorDetails<Code extends string> {
  /** What went wrong, in one word. */
  readonly code: Code
  /** What was being done. */
  readonly operation: LoginOperation
  /** What went wrong, for people: no secret in it. */
  readonly message: string
  /** The error behind this one. A copy without secrets is kept, never the thing itself. */
  readonly cause?: unknown
  /** What the cause may quote and nobody may see. */
  readonly secrets?: readonly string[] | undefined
}

/**
 * The root of every error that this package throws. None shows a secret in its message,
 * stack, cause or inspection.
 *
 * @example
 * ```ts
 * const error = await client.completeLogin(`${callbackUrl}x`, { pending }).catch((error) => error)
 * LinodeLoginError.is(error) // true
 * CallbackError.is(error) // true
 * error.code // 'state_unknown'
 * ```
 */
export abstract class LinodeLoginError<
  Code extends LinodeLoginErrorCode = LinodeLoginErrorCode,
> extends Error {
  /** The name of the class, for people and for `is`: other than a class's own it survives minifying. */
  static readonly kind: string = 'LinodeLoginError'
  /** What went wrong, in one word that stays the same from version to version. */
  readonly code: Code
  /** What was being done. */
  readonly operation: LoginOperation

  constructor(details: ErrorDetails<Code>) {
    const cause = redactCause(details.cause, details.secrets)
    super(details.message, cause === undefined ? undefined : { cause })
    this.code = details.code
    this.operation = details.operation
    Object.defineProperty(this, brand, { value: true })
  }

  /** The name of the class: its `kind`. */
  // On the prototype, so that the first line of the stack has it and no inspection shows it as a field.
  override get name(): string {
    return String(Reflect.get(this.constructor, 'kind'))
  }

  /**
   * Whether a value is an error of this class: `NetworkError.is(error)`, or `LinodeLoginError.is(error)` for
   * any of them. Unlike `instanceof` it holds for an error from another copy of this package too.
   */
  static is<E extends LinodeLoginError>(this: ErrorClass<E>, value: unknown): value is E {
    if (typeof value !== 'object' || value === null || !(brand in value)) return false
    // biome-ignore lint/complexity/noThisInStatic: each class answers for itself.
    const { kind } = this
    return kind === LinodeLoginError.kind || Reflect.get(value, 'name') === kind
  }
}

/** A class of errors, as `LinodeLoginError.is` sees it. */
export type ErrorClass<E> = (abstract new (...args: never) => E) & { readonly kind: string }

/** An option or an argument can't be used. Thrown before any request. */
export class ConfigurationError extends LinodeLoginError<ConfigurationErrorCode> {
  /** {@inheritDoc LinodeLoginError.kind} */
  static override readonly kind: string = 'ConfigurationError'
  /** Which option or argument. */
  readonly option: string
  /** What it should have been. */
  readonly expected: string

  /**
   * @param option - its name, as the app writes it
   * @param expected - what it should have been, in words that fit after "expected"
   */
  constructor(
    option: string,
    expected: string,
    details: {
      readonly code?: ConfigurationErrorCode | undefined
      readonly operation?: LoginOperation | undefined
      readonly cause?: unknown
      readonly secrets?: readonly string[] | undefined
      /** Where the option itself is wrong, not its value. */
      readonly message?: string | undefined
    } = {},
  ) {
    const { code = 'option_invalid', operation = 'configure', message, ...rest } = details
    super({ code, operation, ...rest, message: message ?? `${option}: expected ${expected}` })
    this.option = option
    this.expected = expected
  }
}

/** A callback that can't be accepted. This call made no token request and used no login up. */
export class CallbackError extends LinodeLoginError<CallbackErrorCode> {
  /** {@inheritDoc LinodeLoginError.kind} */
  static override readonly kind: string = 'CallbackError'
}

/** The server answered with an error: at the token or a revocation endpoint, or through the callback. */
export class ServerError extends LinodeLoginError<ServerErrorCode> {
  /** {@inheritDoc LinodeLoginError.kind} */
  static override readonly kind: string = 'ServerError'
  /** The status of the answer; none where the error came through the callback. */
  readonly status: number | undefined
  /** The OAuth error code as the server gave it, known or not (RFC 6749 §5.2). */
  readonly error: string | undefined
  /** The server's words for people, cleaned. They aren't trusted: escape them before they go into a page. */
  readonly description: string | undefined
  /** The reasons of an answer in the style of Linode's API, cleaned and as little trusted. */
  readonly reasons: readonly string[]
  /** The number that the edge in front of the service puts on its refusal. Support asks for it. */
  readonly reference: string | undefined
  /** How long to wait before another try, in milliseconds, at most a day. */
  readonly retryAfter: number | undefined

  constructor(details: ErrorDetails<ServerErrorCode> & ServerErrorFields) {
    super(details)
    this.status = details.status
    this.error = details.error
    this.description = details.description
    this.reasons = details.reasons ?? []
    this.reference = details.reference
    this.retryAfter = details.retryAfter
  }
}

/** What a `ServerError` says beyond the details of every error. Any of it may be left out. */
export type ServerErrorFields = {
  readonly [Field in 'status' | 'error' | 'description' | 'reasons' | 'reference' | 'retryAfter']?:
    | ServerError[Field]
    | undefined
}

/**
 * An answer that is neither what was asked for nor an error. The server may have done what it was asked to.
 */
export class InvalidResponseError extends LinodeLoginError<InvalidResponseErrorCode> {
  /** {@inheritDoc LinodeLoginError.kind} */
  static override readonly kind: string = 'InvalidResponseError'
  /** The status of the answer; 0 where a browser hides that of a redirect. */
  readonly status: number
  readonly #refreshToken: string | undefined

  constructor(
    details: ErrorDetails<InvalidResponseErrorCode> & {
      readonly status: number
      readonly refreshToken?: string | undefined
    },
  ) {
    super(details)
    this.status = details.status
    this.#refreshToken = details.refreshToken
  }

  /**
   * The refresh token of an answer with status 200 that was otherwise wrong. The one that was sent may be
   * void by now, so keep this one.
   */
  // A method: test runners and error trackers read the getters of an error's class.
  revealRefreshToken(): string | undefined {
    return this.#refreshToken
  }
}

/** No answer came. */
export class NetworkError extends LinodeLoginError<NetworkErrorCode> {
  /** {@inheritDoc LinodeLoginError.kind} */
  static override readonly kind: string = 'NetworkError'
  /**
   * `no`: the request never left, so sending it again does no harm. `maybe`: the server may have received it.
   *
   * A `completeLogin` that sent nothing may have used its login up: then the message says so,
   * and the user begins another.
   */
  readonly sent: 'no' | 'maybe'

  constructor(details: ErrorDetails<NetworkErrorCode> & { readonly sent: 'no' | 'maybe' }) {
    super(details)
    this.sent = details.sent
  }
}

/** Scopes that can't be read, asked for or granted. Thrown before any request. */
export class ScopeError extends LinodeLoginError<ScopeErrorCode> {
  /** {@inheritDoc LinodeLoginError.kind} */
  static override readonly kind: string = 'ScopeError'
}

/** A token whose text or fields can't be read. */
export class TokenFormatError extends LinodeLoginError<TokenFormatErrorCode> {
  /** {@inheritDoc LinodeLoginError.kind} */
  static override readonly kind: string = 'TokenFormatError'
}

/**
 * The user must sign in again: nothing that this client holds can get a new token. Thrown without a request.
 */
export class LoginRequiredError extends LinodeLoginError<LoginRequiredErrorCode> {
  /** {@inheritDoc LinodeLoginError.kind} */
  static override readonly kind: string = 'LoginRequiredError'
}
