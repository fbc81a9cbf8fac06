/**
 * What a provider's scopes mean, as plain data. The generator writes one for Linode from `spec/scopes.yaml`; the
 * algebra works on any.
 */
export interface ScopeHierarchy {
  /** Every scope, with the scopes that it includes directly. */
  readonly includes: Readonly<Record<string, readonly string[]>>
  /** Other spellings and older names, each with the scope that it stands for; `''` where it stands for nothing. */
  readonly aliases: Readonly<Record<string, string>>
  /** The scope that covers every scope, unknown ones too. */
  readonly wildcard: string | undefined
  /** What stands between two scopes of a text. */
  readonly separators: {
    /** Each character that may stand between two scopes when reading. */
    readonly read: string
    /** What is written between two scopes. */
    readonly write: string
  }
  /** Whether scopes are lower-cased when read. */
  readonly ignoreCase: boolean
}
