/** Schemas and documents as they are judged in tests. */
import { load } from '../../load/load.js'
import type { Source } from '../../load/source.js'
import { judge } from './judge.js'

/** A file that was read. */
export function source(file: string, text: string): Source {
  const { source: loaded, faults } = load({ file, bytes: new TextEncoder().encode(text) })
  if (loaded === undefined) throw new Error(faults[0]?.wrong)
  return loaded
}

/** What a schema says of a document: the place that the caret marks, what is wrong, what was expected, what to do. */
export function complaints(schema: object, text: string): string[] {
  const document = source('a.yaml', text)
  const judged = judge(document, source('a.json', JSON.stringify(schema)))
  if (judged.accepted) return []
  return judged.complaints.map(({ path, at, wrong, expected, fix }) => {
    const place = document.place(path, at)
    const marked = place.text.slice(place.column - 1, place.column - 1 + place.width)
    return `${marked}: ${wrong} (${expected}): ${fix}`
  })
}
