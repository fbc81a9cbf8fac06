/** Edits of the operations' file, made in its text: only lines of what changed become others. */
import { isMap, type Pair, parseDocument, type YAMLMap } from 'yaml'
import type { OperationEdit } from '../plan/plan.js'
import { layOut } from './entry-layout.js'
import { rewriteEntry } from './rewrite-entry.js'
import { fill, insertAll, remove, type Standing } from './sections.js'
import { lineStart, Splices } from './splices.js'
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
  const standing = isMap(section.value) ? section.value.items.map((pair) => standingOf(pair, text)) : []
  const indent = standing[0] === undefined ? 2 : standing[0].from - lineStart(text, standing[0].from)
  const added = edits.filter((edit) => edit.kind === 'add')
  const gone = new Set(edits.flatMap((edit) => (edit.kind === 'remove' ? [edit.key] : [])))
  for (const edit of edits) {
    const place = standing.find(({ key }) => key === edit.key)
    if (edit.kind === 'change' && place !== undefined) change(edit, place, text, indent, splices)
  }
  for (const place of standing) if (gone.has(place.key)) remove(place, standing, gone, added, text, splices)
  if (standing.length > 0) insertAll(added, standing, text, indent, splices)
  else fill(added, section, text, splices)
  return splices.done()
}

function standingOf(pair: Pair, text: string): Standing {
  return { key: nameOf(pair), value: pair.value, from: rangeOf(pair.key)[0], to: endOf(pair, text) }
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
