/** The check that finds what options may not be, and says what was meant. */
import { plainObject, type Rule } from './option-rules.js'
import { UsageError } from './usage-error.js'
import { listed, meant, quoted, shown } from './wording.js'

const options: Rule = plainObject('a plain object')

/**
 * Refuses options that there aren't, lest a misspelt one do nothing, values that can't be used, and
 * the lack of what is needed.
 *
 * @param where - the call that they were handed to
 * @param needed - the options that can't be left out
 * @throws UsageError that names the option, what it can be, and the nearest right word
 */
export function checkOptions<Name extends string>(
  where: string,
  given: unknown,
  rules: Readonly<Record<Name, Rule>>,
  needed: readonly Name[] = [],
): void {
  checkValue(where, 'options', given, options)
  const known = new Map<string, Rule>(Object.entries(rules))
  const values = new Map<string, unknown>(Object.entries(given ?? {}))
  for (const [name, value] of values) {
    const rule = known.get(name)
    if (rule === undefined) throw unknownOption(where, name, [...known.keys()])
    if (value !== undefined) checkValue(where, name, value, rule)
  }
  for (const name of needed) {
    const { expected } = rules[name]
    if (values.get(name) === undefined)
      throw new UsageError(where, name, expected, `${name} is missing: it must be ${expected}`)
  }
}

function unknownOption(where: string, name: string, known: readonly string[]): UsageError {
  const problem = `there is no ${quoted(name)}${meant(name, known)}. There are ${listed(known, 'and')}`
  return new UsageError(where, name, listed(known), problem)
}

/**
 * Refuses a value that an option or an argument can't have.
 *
 * @throws UsageError that names what it can be, and the nearest right word
 */
export function checkValue(where: string, name: string, value: unknown, rule: Rule): void {
  if (rule.accepts(value)) return
  const { expected, words } = rule
  const came =
    words !== undefined && typeof value === 'string' ? quoted(value) + meant(value, words) : shown(value)
  throw new UsageError(where, name, expected, `${name} must be ${expected}, not ${came}`)
}
