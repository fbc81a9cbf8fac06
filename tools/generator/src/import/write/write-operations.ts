/** Edits of the operations' file, made in its text: only lines of what changed become others. */
import { isMap, type Pair, parseDocument, type YAMLMap } from 'yaml'
import type { OperationEdit } from '../plan/plan.js'
import { layOut } from './entry-layout.js'
import { rewriteEntry } from './rewrite-entry.js'
import { fill, insertAll, removeAll, type Standing } from './sections.js'
import { lineStart, nextLine, Splices } from './splices.js'
import { endOf, nameOf, pairOf, rangeOf } from './yaml-pairs.js'

/** The text with the edits, and with another version where one is given. */
export function writeOperations(
  text: string,
  edits: readonly OperationEdit[],
  version: string | undefined,
): string {
  const { contents } = parseDocument(text, { uniqueKeys: false })
  const splices = new Splices(text)
  const section = isMap(contents) ? pairOf(contents, 'operations') : undefined
  if (!isMap(contents) || section === undefined) return text
  if (version !== undefined) writeVersion(version, contents, section, splices)
  const standing = standingIn(section, text)
  const [first, ...others] = standing
  const indent = first === undefined ? 2 : first.from - lineStart(text, first.from)
  const places = new Map(standing.map((place) => [place.key, place]))
  const added = edits.filter((edit) => edit.kind === 'add')
  const gone = new Set(edits.flatMap((edit) => (edit.kind === 'remove' ? [edit.key] : [])))
  for (const edit of edits) {
    const place = places.get(edit.key)
    if (edit.kind === 'change' && place !== undefined) change(edit, place, text, indent, splices)
  }
  removeAll(gone, added, standing, text, splices)
  if (first !== undefined) insertAll(added, [first, ...others], text, indent, splices)
  else fill(added, section, text, splices)
  return splices.done()
}

/** The operations as they stand. */
function standingIn(section: Pair, text: string): readonly Standing[] {
  let above = nextLine(text, rangeOf(section.key)[1])
  return (isMap(section.value) ? section.value.items : []).map((pair) => {
    const place = {
      key: nameOf(pair),
      value: pair.value,
      above,
      from: rangeOf(pair.key)[0],
      to: endOf(pair, text),
    }
    above = nextLine(text, place.to)
    return place
  })
}

function writeVersion(version: string, contents: YAMLMap, section: Pair, splices: Splices): void {
  const pair = pairOf(contents, 'version')
  if (pair === undefined) splices.insert(rangeOf(section.key)[0], `version: ${version}\n\n`)
  else {
    const [from, to] = rangeOf(pair.value)
    splices.replace(from, to, version)
  }
}

function change(
  { key, before, entry }: Extract<OperationEdit, { readonly kind: 'change' }>,
  { value, from, to }: Standing,
  text: string,
  indent: number,
  splices: Splices,
): void {
  const written = text.slice(from, to)
  const isOurs = written.replaceAll('\r\n', '\n') === layOut(key, before, indent)
  if (isOurs || !isMap(value)) splices.replace(from, to, layOut(key, entry, indent))
  else rewriteEntry(value, before, entry, text, splices)
}
