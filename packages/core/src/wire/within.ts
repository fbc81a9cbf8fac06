/** An object inside a message, read as a message. */
import type { Check } from './checks.js'
import { Fields } from './fields.js'

/**
 * The fields of an object that is itself a field; none where it is left out.
 *
 * @throws FieldError for a field that is no object.
 */
export function within(fields: Fields, name: string): Fields {
  return Fields.fromJson(JSON.stringify(fields.optional(object, name) ?? {}))
}

const object: Check<object> = {
  expected: 'an object',
  read: (value) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined),
}
