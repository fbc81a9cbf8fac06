/** What a caller without types may hand in, checked before it is used. No value is ever quoted. */
import { ConfigurationError } from '../errors/errors.js'
import type { Check } from '../wire/checks.js'
import { nearestWords } from './nearest.js'

/** The rule of a value that is handed in. */
export type Rule<T> = Pick<Check<T>, 'expected' | 'read'>

/** The value of an option or an argument that must be there. */
export function checked<T>(option: string, value: unknown, check: Rule<T>): T {
  const read = check.read(value)
  if (read === undefined)
    throw new ConfigurationError(option, check.expected + whatCame(value, check.expected))
  return read
}

/** The commonest mistakes by name, an unset variable of the environment above all. */
function whatCame(value: unknown, expected: string): string {
  if (value === undefined || value === null || value === '') return '; it is missing or empty'
  const kind = Array.isArray(value) ? 'list' : typeof value
  // The kind is told only where it is what is wrong; of a text it seldom is.
  if (kind === 'string' || expected.includes(kind)) return ''
  return `; it is a${kind === 'object' ? 'n' : ''} ${kind}`
}

/** The value of an option that may be left out. */
export function optional<T>(option: string, value: unknown, check: Rule<T>): T | undefined {
  return value === undefined ? undefined : checked(option, value, check)
}

/**
 * The options of a call: those that it was given, none that a tampered `Object.prototype` would add.
 *
 * @param names - of the options that there are: any other is refused, lest a misspelt one do nothing
 * @throws ConfigurationError for what is no object; for an option that there isn't,
 * with the nearest right word.
 */
export function given<T extends object>(options: T, names?: readonly string[]): T {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    const such = names?.[0] === undefined ? '' : ` such as { ${names[0]}: … }`
    const none: Rule<never> = { expected: `an object${such}`, read: () => undefined }
    return checked('options', options, none)
  }
  if (names !== undefined) refuseUnknown(options, names)
  return { __proto__: null, ...options }
}

type Rules = Readonly<Record<string, Rule<unknown>>>

/** What options are by their rules: each may be left out, but for those that must be there. */
type Values<R extends Rules, Needed> = {
  readonly [Name in keyof R]:
    | (R[Name] extends Rule<infer Value> ? Value : never)
    | (Name extends Needed ? never : undefined)
}

/**
 * The options of a call, each checked by its rule; one without a rule is refused.
 *
 * @param needed - those that can't be left out
 */
export function checkedOptions<R extends Rules, Needed extends keyof R = never>(
  options: object,
  rules: R,
  ...needed: readonly Needed[]
): Values<R, Needed> {
  return checkedValues(given(options, Object.keys(rules)), rules, ...needed)
}

/** The same of options whose names have been looked at. */
export function checkedValues<R extends Rules, Needed extends keyof R = never>(
  options: object,
  rules: R,
  ...needed: readonly Needed[]
): Values<R, Needed>
export function checkedValues(options: object, rules: Rules, ...needed: readonly PropertyKey[]): object {
  return Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => [
      name,
      (needed.includes(name) ? checked : optional)(name, Reflect.get(options, name), rule),
    ]),
  )
}

function refuseUnknown(options: object, names: readonly string[]): void {
  for (const option of Object.keys(options)) {
    if (names.includes(option)) continue
    const [meant] = nearestWords(option, names)
    const said = meant === undefined ? `; there are ${names.join(', ')}` : `: did you mean ${meant}?`
    throw new ConfigurationError(option, meant ?? `one of ${names.join(', ')}`, {
      message: `there is no option ${option}${said}`,
    })
  }
}

/** Something that is told by its methods. */
export function withMethods<T extends object>(expected: string, ...methods: readonly string[]): Check<T> {
  const hasAll = (value: unknown): value is T =>
    typeof value === 'object' &&
    value !== null &&
    methods.every((name) => typeof Reflect.get(value, name) === 'function')
  return { expected, read: (value) => (hasAll(value) ? value : undefined) }
}

/** A function, of which no more can be told before it is called. */
export function aFunction<T extends (...input: never[]) => unknown>(expected = 'a function'): Check<T> {
  const isFunction = (value: unknown): value is T => typeof value === 'function'
  return { expected, read: (value) => (isFunction(value) ? value : undefined) }
}
