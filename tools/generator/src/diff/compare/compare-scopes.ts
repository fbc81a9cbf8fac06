/** Scopes that came, went, changed their text or what they cover. */
import { own } from '../../collections/own.js'
import { atCompileTime, both, type Change, harmless, mono } from '../change.js'
import type { Picture, PicturedScope } from '../picture/picture.js'
import { compareCovers } from './compare-covers.js'
import { compareReadings } from './compare-readings.js'
import { type Fate, namesInCode } from './fates.js'
import { pairsOf } from './side-by-side.js'

type Fates = ReadonlyMap<string, Fate>

/** A name as an app's code writes it. */
type Code = (name: string) => string

/** @param code - a name as an app's code writes it. */
export function compareScopes(before: Picture, after: Picture, fates: Fates, code: Code): readonly Change[] {
  const { added, kept } = pairsOf(before.scopes, after.scopes)
  const heirs = new Set([...fates.values()].flatMap((fate) => (fate.kind === 'renamed' ? [fate.scope] : [])))
  return [
    ...compareTexts(before, after, fates, code),
    ...compareReadings(before, after, fates),
    ...added
      .filter(([text]) => !heirs.has(text))
      .map(([text, { name, description }]) =>
        harmless('scope', 'added', [code(name), text], `${both(code(name), text)} is new: ${description}`, {
          after: text,
        }),
      ),
    ...kept.flatMap(([text, old, now]) => compareKept(text, old, now, code)),
    ...compareCovers(before, after, fates, code),
  ]
}

/** What the compiler refuses of a scope that is gone, or has another text. */
function compareTexts(before: Picture, after: Picture, fates: Fates, code: Code): Change[] {
  const names = namesInCode(after)
  return Object.entries(before.scopes).flatMap(([text, scope]): Change[] => {
    const [fate, name] = [fates.get(text), code(scope.name)]
    if (fate === undefined || fate.kind === 'kept') return []
    const unread = `a token that has ${fate.kind === 'gone' ? 'it' : 'the old text'} keeps it as a scope that isn't known`
    if (fate.kind === 'gone') {
      const words = `${both(name, text)} is gone: ${fate.isRead ? 'in a token it is read as no scope' : unread}.`
      return [atCompileTime('scope', 'removed', [name, text], words, { before: text })]
    }
    const heir = code(own(after.scopes, fate.scope)?.name ?? fate.scope)
    const instead = `${mono(fate.scope)} instead of ${mono(text)}`
    const reading = fate.isRead ? 'the old text is still read as it' : unread
    const isFormer = heir !== name && names.get(scope.name) === fate.scope
    const words = isFormer
      ? `${mono(name)} is deprecated and now stands for ${instead}: write ${mono(heir)}.`
      : heir === name
        ? `${mono(name)} is now ${instead}; ${reading}.`
        : `${both(name, text)} is now ${both(heir, fate.scope)}; ${reading}${names.has(scope.name) ? '' : `, and ${mono(name)} is gone from code`}.`
    return [atCompileTime('scope', 'renamed', [name, text], words, { before: text, after: fate.scope })]
  })
}

function compareKept(text: string, before: PicturedScope, after: PicturedScope, code: Code): Change[] {
  const names = [code(after.name), text]
  const title = both(code(after.name), text)
  if (!before.retired && after.retired) {
    const words = `${title} is deprecated: version ${after.retired.removed} of the API document took it away. The next release may remove it.`
    return [harmless('scope', 'deprecated', names, words, { after: after.retired })]
  }
  if (before.retired && !after.retired) {
    return [
      harmless('scope', 'restored', names, `${title} is no longer deprecated.`, { before: before.retired }),
    ]
  }
  if (before.description !== after.description) {
    const words = `${title} is described in other words: ${after.description}`
    return [
      harmless('scope', 'words', names, words, { before: before.description, after: after.description }),
    ]
  }
  // A family is titled by its name, where nothing else is said: its new name is told already.
  if (before.title === after.title || before.name !== after.name) return []
  return [
    harmless('scope', 'words', names, `${title} now has the title "${after.title}".`, {
      before: before.title,
      after: after.title,
    }),
  ]
}
