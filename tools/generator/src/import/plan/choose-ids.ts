/**
 * The ids of operations: the document's, as long as no two are alike; otherwise the one that
 * was, or one made of the path.
 */
import type { Candidate } from './candidates.js'

/**
 * An id for each operation, by its key.
 *
 * @param reserved ids of operations that the document does not hold.
 */
export function chooseIds(
  candidates: readonly Candidate[],
  reserved: Iterable<string>,
): ReadonlyMap<string, string> {
  const taken = new Set(reserved)
  const chosen = new Map<string, string>()
  const choose = (key: string, id: string | undefined): void => {
    if (id === undefined || chosen.has(key) || taken.has(id)) return
    taken.add(id)
    chosen.set(key, id)
  }
  for (const { key, operation, id } of candidates) if (written(operation.id) === id) choose(key, id)
  for (const { key, operation } of candidates) choose(key, written(operation.id))
  for (const { key, id } of candidates) choose(key, id)
  for (const { key } of candidates) {
    const made = key
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replace(/-$/, '')
    for (let count = 1; !chosen.has(key); count += 1) choose(key, count === 1 ? made : `${made}-${count}`)
  }
  return chosen
}

/** An id in the characters that the spec allows. */
function written(id: string | undefined): string | undefined {
  const cleaned = id?.replaceAll(/[^A-Za-z0-9_.-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '')
  return cleaned === '' ? undefined : cleaned
}
