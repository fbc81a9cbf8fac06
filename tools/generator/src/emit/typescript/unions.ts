const WIDTH = 110

/**
 * A union type as text: on one line where it fits, else a line for each member; `never` where it has none.
 *
 * @param taken - how many columns of its first line are spoken for.
 */
export function unionType(members: readonly string[], taken: number): string {
  const line = members.join(' | ') || 'never'
  if (taken + line.length <= WIDTH) return line
  return members.map((member) => `\n  | ${member}`).join('')
}
