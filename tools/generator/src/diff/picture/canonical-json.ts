/** JSON that is the same for the same value, and that reads well where git shows what changed. */

/** What JSON can hold; what is `undefined` is left out. */
export type Json =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Json[]
  | { readonly [key: string]: Json }

/**
 * A value as text, keys sorted. Two levels deep each entry has its line, and deeper down where it holds maps,
 * so that one thing that changed is one line in a difference.
 */
export function layOut(value: object): string {
  return `${laidOut(plain(value), '')}\n`
}

/** Whether two values are the same but for the order of keys. */
export function same(one: unknown, other: unknown): boolean {
  return oneLine(plain(one)) === oneLine(plain(other))
}

/** A value with its keys sorted, on one line: what a seal is made of. */
export function canonical(value: unknown): string {
  return oneLine(plain(value))
}

/** A value without what JSON has no word for. */
function plain(value: unknown): Json {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value))
}

function laidOut(value: Json, indent: string): string {
  if (!isMap(value) || (indent.length > 2 && !Object.values(value).some(isMap))) return oneLine(value)
  const inner = `${indent}  `
  const rows = entriesOf(value).map(
    ([key, item]) => `${inner}${JSON.stringify(key)}: ${laidOut(item, inner)}`,
  )
  return rows.length === 0 ? '{}' : `{\n${rows.join(',\n')}\n${indent}}`
}

function oneLine(value: Json): string {
  if (isList(value)) return `[${value.map(oneLine).join(', ')}]`
  if (!isMap(value)) return JSON.stringify(value) ?? 'null'
  const rows = entriesOf(value).map(([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`)
  return rows.length === 0 ? '{}' : `{ ${rows.join(', ')} }`
}

function entriesOf(value: { readonly [key: string]: Json }): [string, Json][] {
  return Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
}

function isMap(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !isList(value)
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
