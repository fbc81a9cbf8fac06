/** What options may be, as data. */
import { listed, tagOf } from './wording.js'

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

/** An object or a module that is read by its names: of a list, a Map or Headers nothing would be read. */
export function plainObject(expected: string): Rule {
  return { expected, accepts: (value) => ['Object', 'Module'].includes(tagOf(value)) }
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
