/** What a caller without types may hand in, checked before it is used. No value is ever quoted. */
import { ConfigurationError } from './errors.js'
import type { Check } from './wire/checks.js'

/** The value of an option or an argument that must be there. */
export function checked<T>(option: string, value: unknown, check: Check<T>): T {
  const read = check.read(value)
  if (read === undefined) throw new ConfigurationError(option, `${check.expected}${whatCame(value)}`)
  return read
}

/** The commonest mistakes by name, an unset variable of the environment above all. */
function whatCame(value: unknown): string {
  if (value === undefined || value === null || value === '') return '; it is missing or empty'
  return typeof value === 'object' ? '; it is an object' : ''
}

/** The value of an option that may be left out. */
export function optional<T>(option: string, value: unknown, check: Check<T>): T | undefined {
  return value === undefined ? undefined : checked(option, value, check)
}

/** The options of a call. */
export function given<T extends object>(options: T): T {
  const isObject = typeof options === 'object' && options !== null
  return isObject ? options : checked('options', options, nothing)
}

const nothing: Check<never> = { expected: 'an object', read: () => undefined }

/** Something that is told by its methods. */
export function withMethods<T extends object>(expected: string, ...methods: readonly string[]): Check<T> {
  const hasAll = (value: unknown): value is T =>
    typeof value === 'object' &&
    value !== null &&
    methods.every((name) => typeof Reflect.get(value, name) === 'function')
  return { expected, read: (value) => (hasAll(value) ? value : undefined) }
}

/** A function, of which no more can be told before it is called. */
export function aFunction<T extends (...input: never[]) => unknown>(): Check<T> {
  const isFunction = (value: unknown): value is T => typeof value === 'function'
  return { expected: 'a function', read: (value) => (isFunction(value) ? value : undefined) }
}

/** Fewer are chance. */
const LEAST_SHARED = 3

/**
 * Refuses options that there aren't, lest a misspelt one do nothing.
 *
 * @throws ConfigurationError that names the nearest right word, and all of them.
 */
export function refuseUnknown(options: object, names: readonly string[]): void {
  for (const option of Object.keys(options)) {
    if (names.includes(option)) continue
    const [nearest = ''] = [...names].sort((one, other) => shared(option, other) - shared(option, one))
    const perhaps = shared(option, nearest) < LEAST_SHARED ? '' : `${nearest}, `
    throw new ConfigurationError(option, `${perhaps}one of the options ${names.join(', ')}`)
  }
}

/** How far two words begin alike, whatever the case and the hyphens. */
function shared(one: string, other: string): number {
  const [letters = '', known = ''] = [one, other].map((word) => word.toLowerCase().replace(/[_-]/g, ''))
  let length = 0
  while (length < letters.length && letters[length] === known[length]) length += 1
  return length
}
