/** What a scope that stands on both sides covers more or less of what does: that it covers a new one is no news. */
import { groupBy } from '../../collections/group-by.js'
import { own } from '../../collections/own.js'
import { atCompileTime, both, type Change, FEW, harmless, listed } from '../change.js'
import type { Picture } from '../picture/picture.js'
import { coverOf } from './coverage.js'
import { type Fate, levelOf, nowCalled } from './fates.js'

/** @param code - a name as an app's code writes it. */
export function compareCovers(
  before: Picture,
  after: Picture,
  fates: ReadonlyMap<string, Fate>,
  code: (name: string) => string,
): readonly Change[] {
  const standing = [...fates].flatMap(([text, fate]) =>
    fate.kind === 'gone' ? [] : [{ text, now: fate.scope }],
  )
  const stood = new Set(standing.map(({ now }) => now))
  const covers = standing.map(({ text, now }): Cover => {
    const older = new Set([...coverOf(before, text)].map((scope) => nowCalled(fates, scope)))
    const newer = coverOf(after, now)
    const isMerged = text !== now && own(before.scopes, now) !== undefined
    const gained = [...newer].filter((scope) => stood.has(scope) && !older.has(scope))
    return {
      text,
      scope: now,
      name: code(own(after.scopes, now)?.name ?? now),
      isMerged,
      lost: [...older].filter((scope) => stood.has(scope) && !newer.has(scope)),
      // What a scope that stood before covers is no news, and that another is read as it is told already.
      gained: isMerged ? [] : gained,
    }
  })
  const alike = ({ scope, lost, gained, isMerged }: Cover) => {
    const levels = [[scope], lost, gained].map((texts) =>
      texts.map((text) => levelIn(text, scope, after) ?? text),
    )
    return JSON.stringify([isMerged, ...levels])
  }
  return [...groupBy(covers, alike).values()].flatMap((group) =>
    group.length > FEW ? changeOf(group) : group.flatMap((cover) => changeOf([cover])),
  )
}

/** What of the scopes that stand on both sides one no longer covers, and what it now covers too. */
interface Cover {
  readonly text: string
  readonly scope: string
  readonly name: string
  /** Whether the scope is read as one that stood beside it. */
  readonly isMerged: boolean
  readonly lost: readonly string[]
  readonly gained: readonly string[]
}

/** The level of a scope within the family of another. */
function levelIn(text: string, scope: string, after: Picture): string | undefined {
  return after.scopes[text]?.family === after.scopes[scope]?.family ? levelOf(text, after) : undefined
}

/** One change for scopes that are alike but for their family. */
function changeOf(covers: readonly [Cover, ...Cover[]]): Change[] {
  const [{ text, scope, name, isMerged, lost, gained }, ...others] = covers
  const further = others.length === 0 ? '' : `, and likewise in ${others.length} more families,`
  const subject = `${both(name, scope)}${isMerged ? `, as which ${listed([text])} is read,` : ''}${further}`
  const names = covers.flatMap((cover) => [cover.name, cover.scope])
  const changes: Change[] = []
  if (lost.length > 0) {
    const them = lost.length === 1 ? 'it' : 'them'
    const words = `${subject} no longer covers ${listed(lost)}, neither in a call nor in the type of a token: an app that needs ${them} must ask for ${them} too.`
    const before = covers.flatMap((cover) => cover.lost)
    changes.push(atCompileTime('scope', 'covers-less', names, words, { before }))
  }
  if (gained.length > 0) {
    const words = `${subject} now covers ${listed(gained)} too.`
    const after = covers.flatMap((cover) => cover.gained)
    changes.push(harmless('scope', 'covers-more', names, words, { after }))
  }
  return changes
}
