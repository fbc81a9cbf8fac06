/**
 * The scopes of a provider: a graph of includes, arranged in families where they follow a ladder of levels.
 */

/** Everything that the spec says about scopes. */
export interface ScopeModel {
  readonly families: readonly Family[]
  /** Scopes that belong to no family. */
  readonly singles: readonly Scope[]
  readonly wildcard: Wildcard | undefined
  /** Old names of families. */
  readonly folded: readonly FoldedFamily[]
  /** How the levels of families are and were called. */
  readonly levels: readonly Level[]
  /** The level that a family's name alone stands for. */
  readonly bare: string | undefined
  /** Words that stand for no scope. */
  readonly nothing: readonly string[]
  /** Other spellings of single scopes. */
  readonly spellings: readonly (readonly [scope: string, aliases: readonly string[]])[]
  /**
   * Everything that is read but never sent, with the scope that it stands for; `''`
   * where it stands for nothing.
   */
  readonly aliases: readonly (readonly [alias: string, scope: string])[]
  /**
   * What stands between two scopes: any of `read`; `write` in a request, `answer` in
   * what the provider answers.
   */
  readonly separators: { readonly read: string; readonly write: string; readonly answer: string }
  readonly ignoreCase: boolean
}

/** One scope. */
export interface Scope {
  readonly text: string
  /** Its name in code, within its family where it has one. */
  readonly name: string
  readonly title: string
  /** A whole sentence. */
  readonly description: string
  /** The scopes that it includes directly. */
  readonly includes: readonly string[]
  readonly retired: Retirement | undefined
}

/** Since when the provider has no longer declared something. */
export interface Retirement {
  readonly declared: string | undefined
  readonly removed: string
  readonly note: string | undefined
}

/** The scopes of one kind of thing, one for each level. */
export interface Family {
  readonly id: string
  readonly name: string
  readonly title: string
  /** What it covers, in words that fit after "See". */
  readonly things: string
  readonly note: string | undefined
  readonly scopes: readonly Scope[]
  /** Where all its scopes are retired. */
  readonly retired: Retirement | undefined
}

/** A level of families, and the older names of it. */
export interface Level {
  readonly id: string
  readonly aliases: readonly string[]
}

/** An old name of a family. */
export interface FoldedFamily {
  readonly id: string
  /** The name that it keeps in code, if it does. */
  readonly name: string | undefined
  readonly into: Family
  readonly note: string | undefined
}

/** The scope that covers every other. */
export interface Wildcard {
  readonly scope: string
  readonly name: string
  readonly title: string
  readonly description: string
}

/** Every scope but the wildcard, in the spec's order. */
export function allScopes({ families, singles }: ScopeModel): readonly Scope[] {
  return [...families.flatMap(({ scopes }) => scopes), ...singles]
}
