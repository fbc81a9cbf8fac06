/** What `diff` finds: one difference each, in the words of an app's developer. */

/** When an app that uses the thing notices: its compiler refuses, it behaves differently, or neither. */
export type Breaks = 'compile-time' | 'run-time' | 'nothing'

/** What became of a thing. */
export type Kind =
  | 'added'
  | 'removed'
  | 'renamed'
  | 'deprecated'
  | 'restored'
  | 'asks-for-more'
  | 'asks-for-less'
  | 'asks-for-other'
  | 'covers-more'
  | 'covers-less'
  | 'default'
  | 'narrowed'
  | 'widened'
  | 'words'

/** What sort of thing it is. */
export type Sort = 'scope' | 'name' | 'spelling' | 'operation' | 'endpoint' | 'message' | 'part' | 'service'

/** One difference. */
export interface Change {
  readonly what: Sort
  readonly kind: Kind
  readonly breaks: Breaks
  /** What it is called; release notes that hold one of these in backquotes speak of it. */
  readonly names: readonly string[]
  /** Whole sentences in Markdown. */
  readonly text: string
}

/** A change that an app gains by or doesn't notice. */
export function harmless(what: Sort, kind: Kind, names: readonly string[], text: string): Change {
  return { what, kind, breaks: 'nothing', names, text }
}

/** A change that an app's compiler may refuse. */
export function atCompileTime(what: Sort, kind: Kind, names: readonly string[], text: string): Change {
  return { what, kind, breaks: 'compile-time', names, text }
}

/** A change that an app may behave differently by. */
export function atRunTime(what: Sort, kind: Kind, names: readonly string[], text: string): Change {
  return { what, kind, breaks: 'run-time', names, text }
}

/** A name as release notes write it. */
export function mono(name: string): string {
  return `\`${name}\``
}

/** `a`, `b` and `c`. */
export function listed(names: readonly string[], last = 'and'): string {
  const quoted = names.map(mono)
  const end = quoted.pop() ?? ''
  return quoted.length === 0 ? end : `${quoted.join(', ')} ${last} ${end}`
}
