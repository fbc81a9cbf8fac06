/**
 * The ids of operations. Apps name operations by them, so one that is known keeps its own; a new one has the
 * document's, as long as no two are alike, otherwise one made of the path.
 */
import type { Candidate } from './candidates.js'

/**
 * An id for each operation, by its key.
 *
 * @param reserved - ids of operations that the document does not hold.
 */
export function chooseIds(
  candidates: readonly Candidate[],
  reserved: Iterable<string>,
): ReadonlyMap<string, string> {
  const chosen = new Map(
    candidates.flatMap(({ key, id }): [string, string][] => (id === undefined ? [] : [[key, id]])),
  )
  const taken = new Set([...reserved, ...chosen.values()])
  const choose = (key: string, id: string | undefined): void => {
    if (id === undefined || chosen.has(key) || taken.has(id)) return
    taken.add(id)
    chosen.set(key, id)
  }
  for (const { key, operation } of candidates) choose(key, written(operation.id))
  for (const { key } of candidates) {
    const made = key
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replace(/-$/, '')
    for (let count = 1; !chosen.has(key); count += 1) choose(key, count === 1 ? made : `${made}-${count}`)
  }
  return chosen
}

/** The known operations that the document calls by ids which none has, each with the one that it keeps. */
export function otherIds(
  candidates: readonly Candidate[],
  taken: Iterable<string>,
): readonly { readonly key: string; readonly id: string; readonly said: string }[] {
  const ids = new Set(taken)
  return candidates.flatMap(({ key, operation, id }) => {
    const said = written(operation.id)
    return id === undefined || said === undefined || ids.has(said) ? [] : [{ key, id, said }]
  })
}

/** An id in the characters that the spec allows. */
function written(id: string | undefined): string | undefined {
  const cleaned = id?.replaceAll(/[^A-Za-z0-9_.-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '')
  return cleaned === '' ? undefined : cleaned
}
