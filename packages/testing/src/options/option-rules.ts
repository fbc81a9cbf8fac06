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
export function ofType(type: 'boolean' | 'string' | 'object', expected: string): Rule {
  return { expected, accepts: (value) => typeof value === type && value !== null }
}

export const aText: Rule = ofType('string', 'a text')

export const yesOrNo: Rule = ofType('boolean', 'true or false')

/** A number that passes. */
export function number(expected: string, passes: (value: number) => boolean): Rule {
  return { expected, accepts: (value) => typeof value === 'number' && passes(value) }
}

/**
 * Refuses options that there aren't, lest a misspelt one do nothing, and values that can't be used.
 *
 * @param where - the call that they were handed to
 * @throws UsageError that names the option, what it can be, and the nearest right word
 */
export function checkOptions(where: string, given: unknown, rules: Readonly<Record<string, Rule>>): void {
  if (typeof given !== 'object' || given === null) {
    throw new UsageError(where, 'options', 'an object', `options must be an object, not ${shown(given)}`)
  }
  const names = Object.keys(rules)
  for (const [name, value] of Object.entries(given)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined
    if (rule === undefined) {
      const problem = `there is no ${quoted(name)}${meant(name, names)}. There are ${listed(names, 'and')}`
      throw new UsageError(where, name, listed(names), problem)
    }
    if (value !== undefined) checkValue(where, name, value, rule)
  }
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
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object'
  return typeof value === 'function' || typeof value === 'symbol' ? `a ${typeof value}` : String(value)
}

const MOST_SHOWN = 40

function quoted(word: string): string {
  return `'${JSON.stringify(word.slice(0, MOST_SHOWN)).slice(1, -1)}'`
}

function listed(words: readonly string[], joint = 'or'): string {
  const all = words.map(quoted)
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} ${joint} ${all.at(-1)}`
}
