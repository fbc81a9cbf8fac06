/** What options may be, as data, and the check that finds what they may not. */
import { nearestWords } from '@linode-login/core/engine'
import { UsageError } from './usage-error.js'

/** What an option may be. */
export interface Rule {
  /** In words that fit after "must be". */
  readonly expected: string
  accepts(value: unknown): boolean
  /** The words that it can be, where it is a word. */
  readonly words?: readonly string[]
}

/** A rule for each option of a type. */
export type Rules<Options> = { readonly [Name in keyof Required<Options>]: Rule }

/** One of a few words. */
export function oneOfWords(...words: readonly string[]): Rule {
  return { expected: listed(words), accepts: (value) => words.some((word) => word === value), words }
}

/** A value of a JavaScript type. */
export function ofType(type: 'boolean' | 'string' | 'function', expected: string): Rule {
  return { expected, accepts: (value) => typeof value === type }
}

/** An object that is read by its names: a list, a Map or Headers would be read as one that holds nothing. */
export function plainObject(expected: string): Rule {
  return { expected, accepts: (value) => tagOf(value) === 'Object' }
}

/** A list, whatever is in it. */
export function list(expected: string): Rule {
  return { expected, accepts: Array.isArray }
}

/** An object with these methods, such as a clock. */
export function withMethods(expected: string, ...methods: readonly string[]): Rule {
  return {
    expected,
    accepts: (value) =>
      typeof value === 'object' &&
      value !== null &&
      methods.every((name) => typeof Reflect.get(value, name) === 'function'),
  }
}

export const aText: Rule = ofType('string', 'a text')

export const yesOrNo: Rule = ofType('boolean', 'true or false')

/** A number that passes. */
export function number(expected: string, passes: (value: number) => boolean): Rule {
  return { expected, accepts: (value) => typeof value === 'number' && passes(value) }
}

const options: Rule = plainObject('a plain object')

/**
 * Refuses options that there aren't, lest a misspelt one do nothing, values that can't be used, and the lack of what is
 * needed.
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

function meant(word: string, known: readonly string[]): string {
  const [right] = nearestWords(word, known)
  return right === undefined ? '' : ` (did you mean ${quoted(right)}?)`
}

/** Of a text or an object, which may hold a secret, only what it is. */
function shown(value: unknown): string {
  if (typeof value === 'string') return 'this text'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return article(tagOf(value))
  return typeof value === 'function' || typeof value === 'symbol' ? `a ${typeof value}` : String(value)
}

/** What an object calls itself, whichever realm made it: `Map`, `Promise`, `Object`. */
function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice('[object '.length, -1)
}

function article(tag: string): string {
  if (tag === 'Object') return 'an object'
  return `${/^[AEIO]/.test(tag) ? 'an' : 'a'} ${tag}`
}

const MOST_SHOWN = 40

function quoted(word: string): string {
  return `'${JSON.stringify(word.slice(0, MOST_SHOWN)).slice(1, -1)}'`
}

function listed(words: readonly string[], joint = 'or'): string {
  const all = words.map(quoted)
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} ${joint} ${all.at(-1)}`
}
