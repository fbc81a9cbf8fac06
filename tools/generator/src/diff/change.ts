/** What `diff` finds: one difference each, in the words of an app's developer. */

/** When an app that uses the thing notices: its compiler refuses, it behaves differently, or neither. */
export type Breaks = 'compile-time' | 'run-time' | 'nothing'

/** What may become of a thing. */
export const kinds = [
  'added',
  'removed',
  'renamed',
  'deprecated',
  'restored',
  'asks-for-more',
  'asks-for-less',
  'asks-for-other',
  'covers-more',
  'covers-less',
  'default',
  'narrowed',
  'widened',
  'words',
] as const

export type Kind = (typeof kinds)[number]

/** What sorts of things there are. */
export const sorts = [
  'scope',
  'name',
  'spelling',
  'operation',
  'endpoint',
  'message',
  'part',
  'service',
] as const

export type Sort = (typeof sorts)[number]

/**
 * What stood and what stands, in the terms of the spec, where one of the two can be told: a value, or of lists what
 * only one of them holds.
 */
export interface Step {
  readonly before?: unknown
  readonly after?: unknown
}

/** One difference. */
export interface Change extends Step {
  readonly what: Sort
  readonly kind: Kind
  readonly breaks: Breaks
  /** What it is called; release notes that hold one of these in backquotes speak of it. */
  readonly names: readonly string[]
  /** Whether it is of no use to an app's developer: `diff` tells it, and no release note does. */
  readonly isAside?: true
  /** Whole sentences; as in the spec, nothing in them means anything but a pair of backquotes. */
  readonly text: string
}

/** Makes a change of a certain gravity. */
export type Tell = (what: Sort, kind: Kind, names: readonly string[], text: string, step?: Step) => Change

/** A change that an app gains by or doesn't notice. */
export const harmless: Tell = teller('nothing')

/** A change of what the spec says of the provider's document, which only who keeps the spec cares for. */
export const aside: Tell = (...told) => ({ ...harmless(...told), isAside: true })

/** A change that an app's compiler may refuse. */
export const atCompileTime: Tell = teller('compile-time')

/** A change that an app may behave differently by. */
export const atRunTime: Tell = teller('run-time')

function teller(breaks: Breaks): Tell {
  return (what, kind, names, text, step) => ({ what, kind, breaks, names, ...step, text })
}

/** So many scopes are told one by one; more, such as those of a level in all families, at once. */
export const FEW = 3

/** How many there are. */
export function counted(changes: readonly Change[]): string {
  return `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`
}

/** A name as release notes write it. */
export function mono(name: string): string {
  return `\`${name}\``
}

/** What release notes call a scope: its name in code and its text. */
export function both(name: string, text: string): string {
  return `${mono(name)} (${mono(text)})`
}

/** `a`, `b` and `c`. */
export function listed(names: readonly string[], last = 'and'): string {
  const quoted = names.map(mono)
  const end = quoted.pop() ?? ''
  return quoted.length === 0 ? end : `${quoted.join(', ')} ${last} ${end}`
}
