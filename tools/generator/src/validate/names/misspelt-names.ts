/**
 * Names that are misspelt where they are declared: several entries refer to what isn't there, and none to what is. Told
 * where it stands, such a slip is one fault; told where its name is used, it would be hundreds.
 */
import type { Path } from '../../load/source.js'
import { sourceOfScopes } from '../../model/read-operations.js'
import { nearest } from '../../report/nearest.js'
import type { OperationsDocument } from '../../spec/operations-document.js'
import type { ScopesDocument } from '../../spec/scopes-document.js'
import type { Reference } from './references.js'
import { familiesIn, levelsIn, levelsOfScopes } from './references-in.js'

/** A name as it is declared, where it is meant by another. */
export interface MisspeltName {
  readonly declared: string
  /** The places that refer to it by the other name. */
  readonly references: readonly [Reference, ...Reference[]]
}

/** Misspelt names by what they are referred to as. */
export type MisspeltNames = ReadonlyMap<string, MisspeltName>

export function misspeltFamilies(scopes: ScopesDocument, operations?: OperationsDocument): MisspeltNames {
  const { families = {} } = scopes
  const isKnown = ({ name }: Reference) => Object.hasOwn(families, name)
  if (familiesIn(scopes).every(isKnown) && areWhole(scopes, operations)) return new Map()
  return misspeltAmong(Object.keys(families), familiesIn(scopes, operations))
}

export function misspeltLevels(scopes: ScopesDocument, operations?: OperationsDocument): MisspeltNames {
  const { levels = {} } = scopes
  const inFile = [...levelsIn(scopes), ...levelsOfScopes(scopes)]
  const isKnown = ({ name }: Reference) => Object.hasOwn(levels, name)
  if (inFile.every(isKnown) && areWhole(scopes, operations)) return new Map()
  return misspeltAmong(Object.keys(levels), [...levelsIn(scopes), ...levelsOfScopes(scopes, operations)])
}

/** Whether operations need scopes of families and levels that are there: then no places are looked for. */
function areWhole({ families = {}, levels = {} }: ScopesDocument, document?: OperationsDocument): boolean {
  return Object.values(document?.operations ?? {}).every((entry) => {
    const source = sourceOfScopes(entry)
    const needed = source && entry[source]
    return [needed ?? []].flat(3).every((scope) => {
      const colon = scope.lastIndexOf(':')
      return (
        colon < 1 ||
        (Object.hasOwn(families, scope.slice(0, colon)) && Object.hasOwn(levels, scope.slice(colon + 1)))
      )
    })
  })
}

/** @param references - all that there are to names of this kind. */
export function misspeltAmong(names: readonly string[], references: readonly Reference[]): MisspeltNames {
  const known = new Set(names)
  const unknown = new Map<string, [Reference, ...Reference[]]>()
  const idle = new Set(names)
  for (const reference of references) {
    const { name } = reference
    idle.delete(name)
    if (known.has(name)) continue
    const others = unknown.get(name)
    if (others === undefined) unknown.set(name, [reference])
    else others.push(reference)
  }
  const found = new Map<string, MisspeltName>()
  for (const [name, placed] of idle.size === 0 ? [] : unknown) {
    const declared = inSeveralEntries(placed) ? nearest(name, idle) : undefined
    if (declared === undefined) continue
    idle.delete(declared)
    found.set(name, { declared, references: placed })
  }
  return found
}

/** A slip at the reference itself may stand twice in one entry, as in a record of what was declared. */
function inSeveralEntries(references: readonly Reference[]): boolean {
  return new Set(references.map(({ part, path }) => entryOf(part, path))).size > 1
}

function entryOf(part: string, path: Path): string {
  return JSON.stringify([part, ...path.slice(0, 2)])
}
