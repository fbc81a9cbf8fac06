/** The operations of an API as plain data. */

/**
 * Who may call an operation: `none` anyone, `any_token` the holder of any token, `pat` that of a personal
 * access token only, and a list that of a token with all scopes of one of its sets.
 */
export type OperationNeeds = 'none' | 'any_token' | 'pat' | readonly (readonly string[])[]

/** What is known of an operation. */
export interface OperationFacts {
  /** The id that the provider's document gives it. */
  readonly id: string
  /** Who may call it. */
  readonly needs: OperationNeeds
}

/** By `'METHOD /path'`, with path parameters in braces. */
export type OperationTable = ReadonlyMap<string, OperationFacts>
