/**
 * Released scopes that the spec lost. A scope stays as deprecated for one release, so that an app's developer
 * hears of it from the compiler before the name is gone; `dropped` in the spec says otherwise.
 */

import { groupBy } from '../../collections/group-by.js'
import { own } from '../../collections/own.js'
import type { Source } from '../../load/source.js'
import type { Fault } from '../../report/fault.js'
import { nearest } from '../../report/nearest.js'
import type { ScopesDocument } from '../../spec/scopes-document.js'
import { listed, mono } from '../change.js'
import { fatesOf, levelOf, type PictureOfScopes } from '../compare/fates.js'
import type { Picture } from '../picture/picture.js'
import { flow, remedyFor } from './remedies.js'

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
  const sides = { before, after, document, removed: removedIn(before, after) }
  const goneLevel = (text: string) => {
    const level = levelOf(text, before)
    return own(document.levels, level ?? '') === undefined ? level : undefined
  }
  const groups = groupBy(lost, ([text]) => {
    const level = goneLevel(text)
    return level === undefined ? (before.scopes[text]?.family ?? text) : `:${level}`
  })
  return [...groups].map(([group, [[first, fate], ...others]]) => {
    const level = goneLevel(first)
    const texts = [first, ...others.map(([text]) => text)] as const
    const { path, fix } = remedyFor({ group, level, texts, fate }, sides)
    const [was, is, they] = texts.length === 1 ? ['was', 'is', 'it'] : ['were', 'are', 'them']
    const why = level === undefined ? '' : `, since ${mono(level)} no longer stands under levels`
    return {
      rule: 'diff/lost-scope',
      place: place(path, 'key'),
      wrong: `${few(texts)} ${was} released and ${is} gone${why}: apps that use ${they} break without a warning`,
      expected: `deprecated scopes in ${file}, for one release`,
      fix: `${fix}; or say that it is meant: dropped: ${flow(texts)}`,
      also: slipsIn(document.dropped, texts, before).map(({ index, meant }) => ({
        place: place(['dropped', index], 'value'),
        says: `nothing of this name was released: perhaps ${mono(meant)} was meant`,
      })),
    }
  })
}

/** Entries of `dropped` that no released scope has for its name, and are like one that was lost. */
function slipsIn(
  dropped: readonly string[] = [],
  texts: readonly string[],
  { scopes }: Picture,
): readonly { readonly index: number; readonly meant: string }[] {
  return dropped.flatMap((text, index) => {
    const meant = own(scopes, text) === undefined ? nearest(text, texts) : undefined
    return meant === undefined ? [] : [{ index, meant }]
  })
}

/** The version whose document lacks what the one of the release held; the same document took nothing away. */
function removedIn({ apiVersion: before }: Picture, { apiVersion: after }: ScopesAfter): string {
  return after === undefined || after === before ? 'the version that took it away' : after
}

/** So many scopes of one level are named before the rest is counted. */
const FEW = 3

function few(texts: readonly string[]): string {
  if (texts.length <= FEW + 1) return listed(texts)
  return `${texts.slice(0, FEW).map(mono).join(', ')} and ${texts.length - FEW} more`
}
