/**
 * Released scopes that the spec lost. A scope stays as deprecated for one release, so that an app's developer
 * hears of it from the compiler before the name is gone; `dropped` in the spec says otherwise.
 */

import { groupBy } from '../../collections/group-by.js'
import { own } from '../../collections/own.js'
import type { Path, Source } from '../../load/source.js'
import type { Fault } from '../../report/fault.js'
import type { ScopesDocument } from '../../spec/scopes-document.js'
import { listed, mono } from '../change.js'
import { type Fate, fatesOf, type PictureOfScopes } from '../compare/fates.js'
import type { Picture } from '../picture/picture.js'
import { familyLine, levelsLine, singleLine } from './retired-lines.js'

/** The scopes as they stand, and the version of the provider's document that knows no others. */
export interface ScopesAfter extends PictureOfScopes {
  readonly apiVersion?: string | undefined
}

/** A fault for each level, family or single scope that was lost. */
export function lostScopes(
  before: Picture,
  after: ScopesAfter,
  { file, place }: Pick<Source, 'file' | 'place'>,
  document: ScopesDocument,
): readonly Fault[] {
  const dropped = new Set(document.dropped)
  const lost = [...fatesOf(before, after)].filter(([text, fate]) => {
    const isRead = fate.kind === 'kept' || (fate.kind === 'renamed' && fate.isRead)
    return !isRead && before.scopes[text]?.retired === undefined && !dropped.has(text)
  })
  const removed = after.apiVersion ?? 'the version that took it away'
  const goneLevel = ([text]: Lost) => {
    const level = levelOf(text, before)
    return own(document.levels, level ?? '') === undefined ? level : undefined
  }
  const groups = groupBy(lost, (one) => {
    const level = goneLevel(one)
    return level === undefined ? (before.scopes[one[0]]?.family ?? one[0]) : `:${level}`
  })
  return [...groups].map(([group, members]) => {
    const [first] = members
    const level = goneLevel(first)
    const texts = members.map(([text]) => text)
    const { path, fix } =
      level === undefined
        ? remedy(group, texts, first[1], before, after, document, removed)
        : remedyOfLevel(level, first, before, after, document)
    const [was, is, they] = texts.length === 1 ? ['was', 'is', 'it'] : ['were', 'are', 'them']
    const why = level === undefined ? '' : `, since ${mono(level)} no longer stands under levels`
    return {
      rule: 'diff/lost-scope',
      place: place(path, 'key'),
      wrong: `${few(texts)} ${was} released and ${is} gone${why}: apps that use ${they} break without a warning`,
      expected: `deprecated scopes in ${file}, for one release`,
      fix: `${fix}; or say that it is meant: dropped: ${flow(texts)}`,
    }
  })
}

/** A released scope, and what became of it. */
type Lost = readonly [text: string, fate: Fate]

/** What is written of a family's scope behind the family. */
function levelOf(text: string, { scopes }: PictureOfScopes): string | undefined {
  const family = scopes[text]?.family
  return family === undefined ? undefined : text.slice(family.length + 1)
}

/** So many scopes of one level are named before the rest is counted. */
const FEW = 3

function few(texts: readonly string[]): string {
  if (texts.length <= FEW + 1) return listed(texts)
  return `${texts.slice(0, FEW).map(mono).join(', ')} and ${texts.length - FEW} more`
}

function flow(texts: readonly string[]): string {
  return `[${texts.map((text) => JSON.stringify(text)).join(', ')}]`
}

interface Remedy {
  readonly path: Path
  /** What to do, as an order that ends with a line to paste. */
  readonly fix: string
}

/** A level that has another id now is read as an alias of it; of any other nothing is known but the id. */
function remedyOfLevel(
  level: string,
  [text, fate]: Lost,
  before: Picture,
  after: PictureOfScopes,
  { levels }: ScopesDocument,
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

function remedy(
  group: string,
  texts: readonly string[],
  fate: Fate,
  before: Picture,
  after: PictureOfScopes,
  document: ScopesDocument,
  removed: string,
): Remedy {
  const [first = ''] = texts
  const scope = before.scopes[first]
  if (scope?.wildcard) return { path: ['wildcard'], fix: `put the wildcard ${mono(first)} back` }
  if (fate.kind === 'renamed') return renamed(group, scope?.family, first, fate.scope, after, document)
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

function renamed(
  group: string,
  family: string | undefined,
  text: string,
  heir: string,
  after: PictureOfScopes,
  { scopes }: ScopesDocument,
): Remedy {
  const into = after.scopes[heir]?.family
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
