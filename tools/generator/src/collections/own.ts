/**
 * The value that a table itself has under a name: `constructor`, for one, every
 * object has without being told.
 */
export function own<T>(table: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined
}
