/** One operation of the API and who may call it. */
export interface Operation {
  /** `GET /account` */
  readonly key: string
  readonly method: string
  readonly path: string
  readonly id: string
  /** What holds: as the server answered, else as declared and corrected. */
  readonly access: Access
  /**
   * The sets of scopes that the server's answers name: those that suffice, and what it tells of an operation
   * that takes a personal access token only.
   */
  readonly accepted: readonly (readonly string[])[]
  /** What the provider's document says. */
  readonly declared: Access
  /** The first version of that document that has it. */
  readonly since: string | undefined
  readonly note: string | undefined
}

/**
 * Who may call an operation: anyone, the holder of any token, of a personal access token only, or of a token
 * with one of several sets of scopes, each needed whole.
 */
export type Access =
  | { readonly auth: 'none' | 'any_token' | 'pat' }
  | { readonly auth: 'scoped'; readonly anyOf: readonly (readonly string[])[] }
