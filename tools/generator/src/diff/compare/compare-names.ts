/**
 * Names in code that came, went or stand for another scope, beyond what the scopes' own
 * comings and goings explain.
 */
import { own } from '../../collections/own.js'
import { atCompileTime, atRunTime, type Change, harmless, mono } from '../change.js'
import type { Picture } from '../picture/picture.js'
import { type Fate, namesInCode, nowCalled } from './fates.js'

/** @param code - a name as an app's code writes it. */
export function compareNames(
  before: Picture,
  after: Picture,
  fates: ReadonlyMap<string, Fate>,
  code: (name: string) => string,
): readonly Change[] {
  const [older, newer] = [namesInCode(before), namesInCode(after)]
  const isKept = (text: string) => fates.get(text)?.kind === 'kept'
  const isFirst = ({ scopes }: Picture, name: string, text: string) => own(scopes, text)?.name === name
  const stood = [...older].flatMap(([name, text]): Change[] => {
    const now = newer.get(name)
    const heir = nowCalled(fates, text)
    if (now === undefined) {
      const isTold = !isKept(text) && isFirst(before, name, text)
      return isTold ? [] : [goneName(code(name), heir, after, code)]
    }
    if (now !== heir) {
      const words = `${mono(code(name))} now stands for ${mono(now)} instead of ${mono(text)}.`
      return [atRunTime('name', 'default', [code(name)], words, { before: text, after: now })]
    }
    const [wasFirst, isNowFirst] = [isFirst(before, name, text), isFirst(after, name, now)]
    if (wasFirst === isNowFirst || !isKept(text)) return []
    return [isNowFirst ? restoredName(code(name)) : formerName(code(name), now, after, code)]
  })
  const added = [...newer].filter(
    ([name, text]) => !older.has(name) && isKept(text) && !isFirst(after, name, text),
  )
  return [
    ...stood,
    ...added.map(([name, text]) =>
      harmless('name', 'added', [code(name)], `${mono(code(name))} is another name for ${mono(text)}.`, {
        after: text,
      }),
    ),
  ]
}

function formerName(name: string, text: string, after: Picture, code: (name: string) => string): Change {
  const instead = code(own(after.scopes, text)?.name ?? text)
  const words = `${mono(name)} is deprecated: write ${mono(instead)} (${mono(text)}).`
  return harmless('name', 'deprecated', [name], words)
}

function restoredName(name: string): Change {
  return harmless('name', 'restored', [name], `${mono(name)} is no longer deprecated.`)
}

function goneName(name: string, heir: string, after: Picture, code: (name: string) => string): Change {
  const instead = own(after.scopes, heir)
  if (instead === undefined) {
    return atCompileTime('name', 'removed', [name], `${mono(name)} is gone.`)
  }
  const words = `${mono(name)} is gone: write ${mono(code(instead.name))} (${mono(heir)}).`
  return atCompileTime('name', 'renamed', [name], words, { before: name, after: code(instead.name) })
}
