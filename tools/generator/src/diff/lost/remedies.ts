/** What puts right that released scopes are lost: mostly a line to paste. */
import { own } from '../../collections/own.js'
import type { Path } from '../../load/source.js'
import type { ScopesDocument } from '../../spec/scopes-document.js'
import { mono } from '../change.js'
import { type Fate, levelOf, type PictureOfScopes } from '../compare/fates.js'
import type { Picture } from '../picture/picture.js'
import { familyLine, levelsLine, singleLine } from './retired-lines.js'

/** Lost scopes of one family or level, or one of its own, and what became of the first. */
export interface LostTogether {
  /** The id of the family; without one, the text of the scope. */
  readonly group: string
  /** Where all of it is lost: a level. */
  readonly level: string | undefined
  readonly texts: readonly [string, ...string[]]
  readonly fate: Fate
}

/** What a remedy is made of. */
export interface Sides {
  readonly before: Picture
  readonly after: PictureOfScopes
  readonly document: ScopesDocument
  /** The version that took the scopes away, or words for one that isn't known. */
  readonly removed: string
}

/** Where something is to be done. */
export interface Remedy {
  readonly path: Path
  /** What to do, as an order that ends with a line to paste. */
  readonly fix: string
}

export function remedyFor(lost: LostTogether, sides: Sides): Remedy {
  const { group, level, texts, fate } = lost
  const { before, document, removed } = sides
  const [first] = texts
  const scope = before.scopes[first]
  if (level !== undefined) return remedyOfLevel(level, lost, sides)
  if (scope?.wildcard) return { path: ['wildcard'], fix: `put the wildcard ${mono(first)} back` }
  if (fate.kind === 'renamed') return renamed(lost, fate.scope, sides)
  if (scope?.family === undefined) {
    return { path: ['scopes'], fix: `put back under scopes: ${singleLine(first, before, removed)}` }
  }
  const entry = document.families?.[group]
  if (entry === undefined) {
    const line = familyLine(group, before, document, removed)
    return { path: ['families'], fix: `put back under families: ${line}` }
  }
  const levels = texts.map((text) => text.slice(group.length + 1))
  const line = levelsLine(entry, levels, document, removed)
  return { path: ['families', group], fix: `write in ${mono(group)}: ${line}` }
}

/** A level that has another id now is read as an alias of it; of any other nothing is known but the id. */
function remedyOfLevel(
  level: string,
  { texts: [text], fate }: LostTogether,
  { before, after, document: { levels } }: Sides,
): Remedy {
  const heir = fate.kind === 'renamed' ? fate.scope : undefined
  const isOfFamily = heir !== undefined && after.scopes[heir]?.family === before.scopes[text]?.family
  const now = isOfFamily ? levelOf(heir, after) : undefined
  if (now === undefined) return { path: ['levels'], fix: `put ${mono(level)} back under levels` }
  const aliases = flow([...(own(levels, now)?.aliases ?? []), level])
  return {
    path: ['levels', now],
    fix: `let the old texts be read, in ${mono(now)} under levels: aliases: ${aliases}`,
  }
}

function renamed(
  { group, texts: [text] }: LostTogether,
  heir: string,
  { before, after, document: { scopes } }: Sides,
): Remedy {
  const [family, into] = [before.scopes[text]?.family, after.scopes[heir]?.family]
  if (family !== undefined && into !== undefined && family !== into)
    return {
      path: ['families', into],
      fix: `let the old texts be read, under folded: ${group}: { into: ${into} }`,
    }
  const alias = into === undefined ? text : text.slice(group.length + 1)
  const aliases = flow([...(own(scopes, heir)?.aliases ?? []), alias])
  return {
    path: into === undefined ? ['scopes', heir] : ['families', into],
    fix: `let the old text be read as an alias of ${mono(heir)}: aliases: ${aliases}`,
  }
}

/** A list on one line of YAML. */
export function flow(texts: readonly string[]): string {
  return `[${texts.map((text) => JSON.stringify(text)).join(', ')}]`
}
