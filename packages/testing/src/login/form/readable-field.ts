/** A parameter of a request that may be wrong in other places. */
import { FieldError, type Fields, visibleText } from '@linode-login/core/internal'

/** A parameter, as far as it can be read. */
export function readableField(fields: Fields, name: string): string | undefined {
  try {
    return fields.optional(visibleText, name)
  } catch (thrown) {
    if (thrown instanceof FieldError) return undefined
    throw thrown
  }
}
