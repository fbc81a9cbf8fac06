/** A value for each name. */
export type Table<T> = Readonly<Record<string, T>>

/** What is known of no value: its own entries, or none where it holds nothing. */
export function tableOf(value: unknown): Table<unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
