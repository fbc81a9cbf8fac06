/** How the authority says no. */
import { FieldError } from '@linode-login/core/internal'

/**
 * Why the authority refuses: an OAuth error code, and a sentence that says what is wrong
 * and never quotes a secret.
 */
export class Refusal extends Error {
  /** Always `Refusal`. */
  override readonly name = 'Refusal'
  /** The OAuth error code (RFC 6749 §4.1.2.1, §5.2). */
  readonly error: string

  /** @param description - what is wrong; it is sent to the client as `error_description` */
  constructor(error: string, description: string) {
    super(description)
    this.error = error
  }
}

/**
 * What was thrown while a request was judged, as a refusal. Anything else is a fault of
 * this package and thrown on.
 */
export function refusalFrom(thrown: unknown, scopeNames: readonly string[] = []): Refusal {
  if (thrown instanceof Refusal) return thrown
  if (thrown instanceof FieldError) return new Refusal(errorOfField(thrown, scopeNames), thrown.message)
  throw thrown
}

function errorOfField({ field, problem }: FieldError, scopeNames: readonly string[]): string {
  if (problem !== 'malformed') return 'invalid_request'
  if (field === 'response_type') return 'unsupported_response_type'
  return scopeNames.includes(field) ? 'invalid_scope' : 'invalid_request'
}
