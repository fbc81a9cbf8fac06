/**
 * Released scopes that the spec lost. A scope stays as deprecated for one release, so that an app's developer
 * hears of it from the compiler before the name is gone; `dropped` in the spec says otherwise.
 */

import { groupBy } from '../collections/group-by.js'
import type { Path, Source } from '../load/source.js'
import type { Fault } from '../report/fault.js'
import type { ScopesDocument } from '../spec/scopes-document.js'
import { listed, mono } from './change.js'
import { type Fate, fatesOf } from './compare/fates.js'
import type { Picture } from './picture/picture.js'
import { familyLine, levelsLine, singleLine } from './retired-lines.js'

/** A fault for each family or single scope that was lost. */
export function lostScopes(
  before: Picture,
  after: Picture,
  { file, place }: Pick<Source, 'file' | 'place'>,
  document: ScopesDocument,
): readonly Fault[] {
  const dropped = new Set(document.dropped)
  const lost = [...fatesOf(before, after)].filter(([text, fate]) => {
    const isRead = fate.kind === 'kept' || (fate.kind === 'renamed' && fate.isRead)
    return !isRead && before.scopes[text]?.retired === undefined && !dropped.has(text)
  })
  const groups = groupBy(lost, ([text]) => before.scopes[text]?.family ?? text)
  return [...groups].map(([group, members]) => {
    const texts = members.map(([text]) => text)
    const { path, fix } = remedy(group, texts, members[0]?.[1], before, after, document)
    return {
      rule: 'diff/lost-scope',
      place: place(path, 'key'),
      wrong: `${listed(texts)} ${texts.length === 1 ? 'was' : 'were'} released and ${texts.length === 1 ? 'is' : 'are'} gone: apps that use ${texts.length === 1 ? 'it' : 'them'} break without a warning`,
      expected: `deprecated scopes in ${file}, for one release`,
      fix: `${fix}; or say that it is meant: dropped: [${texts.map((text) => JSON.stringify(text)).join(', ')}]`,
    }
  })
}

interface Remedy {
  readonly path: Path
  /** What to do, as an order that ends with a line to paste. */
  readonly fix: string
}

function remedy(
  group: string,
  texts: readonly string[],
  fate: Fate | undefined,
  before: Picture,
  after: Picture,
  document: ScopesDocument,
): Remedy {
  const [first = ''] = texts
  const scope = before.scopes[first]
  const removed = after.apiVersion ?? 'the version that took it away'
  if (scope?.wildcard) return { path: ['wildcard'], fix: `put the wildcard ${mono(first)} back` }
  if (fate?.kind === 'renamed') return renamed(group, scope?.family, first, fate.scope, after)
  if (scope?.family === undefined) {
    return { path: ['scopes'], fix: `put back under scopes: ${singleLine(first, before, removed)}` }
  }
  const entry = document.families?.[group]
  const levels = texts.map((text) => text.slice(group.length + 1))
  const unknown = levels.filter((level) => document.levels?.[level] === undefined)
  if (unknown.length > 0) return { path: ['levels'], fix: `put ${listed(unknown)} back under levels` }
  if (entry === undefined) {
    const line = familyLine(group, before, document, removed)
    return { path: ['families'], fix: `put back under families: ${line}` }
  }
  const line = levelsLine(entry, levels, document, removed)
  return { path: ['families', group], fix: `write in ${mono(group)}: ${line}` }
}

function renamed(
  group: string,
  family: string | undefined,
  text: string,
  heir: string,
  after: Picture,
): Remedy {
  const into = after.scopes[heir]?.family
  return family !== undefined && into !== undefined && family !== into
    ? {
        path: ['families', into],
        fix: `let the old texts be read, under folded: ${group}: { into: ${into} }`,
      }
    : {
        path: into === undefined ? ['scopes', heir] : ['families', into],
        fix: `let the old text be read as an alias of ${mono(heir)}: aliases: [${JSON.stringify(into === undefined ? text : text.slice(group.length + 1))}]`,
      }
}
