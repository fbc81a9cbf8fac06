/** Scopes that came, went, changed their text or what they cover. */
import { atCompileTime, atRunTime, type Change, harmless, listed, mono } from './change.js'
import { coverOf } from './coverage.js'
import { type Fate, nowCalled } from './fates.js'
import { pairsOf } from './pairs.js'
import type { Picture, PicturedScope } from './picture.js'

type Fates = ReadonlyMap<string, Fate>

/** @param code a name as an app's code writes it. */
export function compareScopes(
  before: Picture,
  after: Picture,
  fates: Fates,
  code: (name: string) => string,
): readonly Change[] {
  const { added, kept } = pairsOf(before.scopes, after.scopes)
  const heirs = new Set([...fates.values()].flatMap((fate) => (fate.kind === 'renamed' ? [fate.scope] : [])))
  return [
    ...[...fates].flatMap(([text, fate]) => leaving(text, fate, before, after, code)),
    ...added
      .filter(([text]) => !heirs.has(text))
      .map(([text, { name, description }]) =>
        harmless('scope', 'added', [code(name), text], `${both(code(name), text)} is new: ${description}`),
      ),
    ...kept.flatMap(([text, old, now]) => compareKept(text, old, now, code)),
    ...[...fates].flatMap(([text, fate]) => compareCover(text, fate, before, after, fates, code)),
  ]
}

function both(name: string, text: string): string {
  return `${mono(name)} (${mono(text)})`
}

function leaving(
  text: string,
  fate: Fate,
  before: Picture,
  after: Picture,
  code: (name: string) => string,
): Change[] {
  const name = code(before.scopes[text]?.name ?? text)
  if (fate.kind === 'gone') {
    const words = `${both(name, text)} is gone: a token that has it keeps it as a scope that isn't known.`
    return [atCompileTime('scope', 'removed', [name, text], words)]
  }
  if (fate.kind === 'kept') return []
  const heir = code(after.scopes[fate.scope]?.name ?? fate.scope)
  const reading = fate.isRead ? 'the old text is still read as it' : 'the old text is no longer known'
  const words =
    heir === name
      ? `${mono(name)} is now ${mono(fate.scope)} instead of ${mono(text)}; ${reading}.`
      : `${both(name, text)} is now ${both(heir, fate.scope)}; ${reading}.`
  return [atCompileTime('scope', 'renamed', [name, text], words)]
}

function compareKept(
  text: string,
  before: PicturedScope,
  after: PicturedScope,
  code: (name: string) => string,
): Change[] {
  const names = [code(after.name), text]
  const title = both(code(after.name), text)
  if (!before.retired && after.retired) {
    const words = `${title} is deprecated: version ${after.retired.removed} of the API document took it away. The next release may remove it.`
    return [harmless('scope', 'deprecated', names, words)]
  }
  if (before.retired && !after.retired) {
    return [harmless('scope', 'restored', names, `${title} is no longer deprecated.`)]
  }
  if (before.title === after.title && before.description === after.description) return []
  return [harmless('scope', 'words', names, `${title} is described in other words: ${after.description}`)]
}

/** Only among scopes that stand on both sides: that a scope covers a new one is no news. */
function compareCover(
  text: string,
  fate: Fate,
  before: Picture,
  after: Picture,
  fates: Fates,
  code: (name: string) => string,
): Change[] {
  if (fate.kind === 'gone') return []
  const stood = new Set([...fates].flatMap(([, other]) => (other.kind === 'gone' ? [] : [other.scope])))
  const older = new Set([...coverOf(before, text)].map((scope) => nowCalled(fates, scope)))
  const newer = coverOf(after, fate.scope)
  const lost = [...older].filter((scope) => stood.has(scope) && !newer.has(scope))
  const gained = [...newer].filter((scope) => stood.has(scope) && !older.has(scope))
  const name = code(after.scopes[fate.scope]?.name ?? fate.scope)
  const names = [name, fate.scope]
  const changes: Change[] = []
  if (lost.length > 0) {
    const them = lost.length === 1 ? 'it' : 'them'
    const words = `${both(name, fate.scope)} no longer covers ${listed(lost)}: an app that needs ${them} must ask for ${them} too.`
    changes.push(atRunTime('scope', 'covers-less', names, words))
  }
  if (gained.length > 0) {
    const words = `${both(name, fate.scope)} now covers ${listed(gained)} too.`
    changes.push(harmless('scope', 'covers-more', names, words))
  }
  return changes
}
