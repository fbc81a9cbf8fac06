/** A message's fields, read by rules. */
import type { Check } from './checks.js'
import { FieldError } from './field-error.js'
import { parseJsonObject } from './json.js'

/**
 * The named values of a message, read one by one: a JSON object's members or a form's parameters. A value
 * given twice is refused when it is asked for, so what nobody asks for is ignored (RFC 6749 §3.2, §5.1).
 */
export class Fields {
  readonly #values: ReadonlyMap<string, unknown>
  readonly #repeated: ReadonlySet<string>

  private constructor(values: ReadonlyMap<string, unknown>, repeated: ReadonlySet<string>) {
    this.#values = values
    this.#repeated = repeated
  }

  /**
   * The members of a JSON object.
   *
   * @throws FieldError when the text isn't one JSON object.
   */
  static fromJson(text: string): Fields {
    const { members, repeated } = parseJsonObject(text)
    return new Fields(members, repeated)
  }

  /** The parameters of a query or a form. An empty parameter counts as left out (RFC 6749 §3.1). */
  static fromParameters(parameters: Iterable<readonly [name: string, value: string]>): Fields {
    const values = new Map<string, unknown>()
    const repeated = new Set<string>()
    for (const [name, value] of parameters) {
      if (values.has(name)) repeated.add(name)
      values.set(name, value)
    }
    for (const [name, value] of values) {
      if (value === '' && !repeated.has(name)) values.delete(name)
    }
    return new Fields(values, repeated)
  }

  /** Whether the field is there, in whatever form. */
  has(name: string): boolean {
    return this.#values.has(name)
  }

  /** A field that must be there, under one of its names. */
  required<T>(check: Check<T>, ...names: readonly [string, ...string[]]): T {
    const value = this.optional(check, ...names)
    if (value === undefined) throw new FieldError(names[0], 'missing', check.expected)
    return value
  }

  /** A field that may be left out. Under several names it must say the same each time. */
  optional<T>(check: Check<T>, ...names: readonly [string, ...string[]]): T | undefined {
    let found: T | undefined
    for (const name of names) {
      if (!this.#values.has(name)) continue
      if (this.#repeated.has(name)) throw new FieldError(name, 'repeated', `one ${name}`)
      const value = check.read(this.#values.get(name))
      if (value === undefined) throw new FieldError(name, 'malformed', check.expected)
      if (found !== undefined && !(check.same ?? Object.is)(found, value)) {
        throw new FieldError(name, 'contradictory', `the same under ${names.join(' and ')}`)
      }
      found = value
    }
    return found
  }

  /** A field that may be left out, where `null` and the empty string mean the same as leaving it out. */
  nullable<T>(check: Check<T>, ...names: readonly [string, ...string[]]): T | undefined {
    const [first, ...rest] = names.filter(
      (name) => this.#repeated.has(name) || !isBlank(this.#values.get(name)),
    )
    return first === undefined ? undefined : this.optional(check, first, ...rest)
  }
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}
