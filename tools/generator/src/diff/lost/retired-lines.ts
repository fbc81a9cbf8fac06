/** Lines of YAML that put a lost scope back as a deprecated one, from what the last release knew of it. */
import { Document, isMap, isSeq, visit } from 'yaml'
import type { FamilyEntry, ScopesDocument } from '../../spec/scopes-document.js'
import type { Picture } from '../picture/picture.js'

/** A family that is gone as a whole. */
export function familyLine(
  id: string,
  { families, scopes }: Picture,
  { levels = {} }: ScopesDocument,
  removed: string,
): string {
  const { name = id, title = name, things = id, note } = families[id] ?? {}
  const members = Object.entries(scopes).filter(([, { family }]) => family === id)
  const levelOf = (text: string) => text.slice(id.length + 1)
  const has = new Set(members.map(([text]) => levelOf(text)))
  const known = Object.keys(levels)
  const own = members.filter(
    ([text, { description }]) =>
      description !== levels[levelOf(text)]?.description.replaceAll('{things}', things),
  )
  const further = members.map(([text, { includes }]) => [
    levelOf(text),
    includes.filter((scope) => scopes[scope]?.family !== id),
  ])
  return flow({
    [id]: {
      name,
      title: title === name ? undefined : title,
      things,
      note,
      levels: known.every((level) => has.has(level)) ? undefined : known.filter((level) => has.has(level)),
      descriptions: table(own.map(([text, { description }]) => [levelOf(text), description])),
      includes: table(further.filter(([, includes]) => includes?.length !== 0)),
      retired: { removed },
    },
  })
}

/** Levels that a family which stands has lost; those that it retired before stay so. */
export function levelsLine(
  entry: FamilyEntry,
  lost: readonly string[],
  { levels = {} }: ScopesDocument,
  removed: string,
): string {
  const all = Object.keys(levels).filter((level) => lost.includes(level) || entry.levels?.includes(level))
  const { retired } = entry
  const levelsNow = retired === undefined ? [] : (retired.levels ?? all)
  const both = all.filter((level) => lost.includes(level) || levelsNow.includes(level))
  const { declared, note } = retired ?? {}
  const kept = { levels: both, declared, removed: retired?.removed ?? removed, note }
  return `${flow({ levels: all })} and ${flow({ retired: kept })}`
}

/** A scope without a family. */
export function singleLine(text: string, { scopes, aliases }: Picture, removed: string): string {
  const { name = text, title = text, description, includes = [] } = scopes[text] ?? {}
  const spellings = aliases[text] ?? []
  return flow({
    [text]: {
      name,
      title: title === text ? undefined : title,
      description,
      includes: includes.length === 0 ? undefined : includes,
      aliases: spellings.length === 0 ? undefined : spellings,
      retired: { removed },
    },
  })
}

function table(entries: readonly (readonly unknown[])[]): object | undefined {
  return entries.length === 0
    ? undefined
    : Object.fromEntries(entries.map(([key, value]) => [String(key), value]))
}

/** A map of one entry on one line: `key: { … }`. */
function flow(value: object): string {
  const document = new Document(JSON.parse(JSON.stringify(value)))
  visit(document, {
    Collection: (key, node) => {
      if (key !== null && (isMap(node) || isSeq(node))) node.flow = true
    },
  })
  return document.toString({ lineWidth: 0, flowCollectionPadding: true }).trimEnd()
}
