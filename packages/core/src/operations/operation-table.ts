/** The operations of an API as plain data. The generator writes Linode's from `spec/operations.yaml`. */

/**
 * Who may call an operation: `none` anyone, `any_token` the holder of any token, `pat` that of a personal access token
 * only, and a list that of a token with all scopes of one of its sets.
 */
export type OperationNeeds = 'none' | 'any_token' | 'pat' | readonly (readonly string[])[]

/** By `'METHOD /path'`, with path parameters in braces: the operation's id, and who may call it. */
export type OperationTable = Readonly<Record<string, readonly [id: string, needs: OperationNeeds]>>
