/** JSON that is the same for the same value, and that reads well where git shows what changed. */

/**
 * A value as text, keys sorted. Two levels deep each entry has its line, and deeper down where it holds maps,
 * so that one thing that changed is one line in a difference.
 */
export function layOut(value: object): string {
  return `${laidOut(value, '')}\n`
}

/** Whether two values are the same but for the order of keys. */
export function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other)
}

/** A value with its keys sorted, on one line: what a seal is made of. What is `undefined` is left out. */
export function canonical(value: unknown): string {
  if (isList(value)) return `[${value.map(canonical).join(', ')}]`
  if (!isMap(value)) return JSON.stringify(value) ?? 'null'
  const rows = entriesOf(value).map(([key, item]) => `${JSON.stringify(key)}: ${canonical(item)}`)
  return rows.length === 0 ? '{}' : `{ ${rows.join(', ')} }`
}

function laidOut(value: unknown, indent: string): string {
  if (!isMap(value) || (indent.length > 2 && !Object.values(value).some(isMap))) return canonical(value)
  const inner = `${indent}  `
  const rows = entriesOf(value).map(
    ([key, item]) => `${inner}${JSON.stringify(key)}: ${laidOut(item, inner)}`,
  )
  return rows.length === 0 ? '{}' : `{\n${rows.join(',\n')}\n${indent}}`
}

function entriesOf(value: object): [string, unknown][] {
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !isList(value)
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}
