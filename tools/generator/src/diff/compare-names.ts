/** Names in code that came, went or stand for another scope, beyond what the scopes' own comings and goings explain. */
import { atCompileTime, atRunTime, type Change, harmless, mono } from './change.js'
import { type Fate, namesInCode, nowCalled } from './fates.js'
import type { Picture } from './picture.js'

/** @param code a name as an app's code writes it. */
export function compareNames(
  before: Picture,
  after: Picture,
  fates: ReadonlyMap<string, Fate>,
  code: (name: string) => string,
): readonly Change[] {
  const [older, newer] = [namesInCode(before), namesInCode(after)]
  const gone = [...older].flatMap(([name, text]): Change[] => {
    const now = newer.get(name)
    const heir = nowCalled(fates, text)
    if (now === heir) return []
    if (now === undefined) {
      const isTold = fates.get(text)?.kind !== 'kept' && before.scopes[text]?.name === name
      return isTold ? [] : [goneName(code(name), heir, after, code)]
    }
    const words = `${mono(code(name))} now stands for ${mono(now)} instead of ${mono(text)}.`
    return [atRunTime('name', 'default', [code(name)], words)]
  })
  const added = [...newer].filter(([name, text]) => {
    const isKept = [...fates.values()].some((fate) => fate.kind === 'kept' && fate.scope === text)
    return !older.has(name) && isKept && after.scopes[text]?.name !== name
  })
  return [
    ...gone,
    ...added.map(([name, text]) =>
      harmless('name', 'added', [code(name)], `${mono(code(name))} is another name for ${mono(text)}.`),
    ),
  ]
}

function goneName(name: string, heir: string, after: Picture, code: (name: string) => string): Change {
  const instead = after.scopes[heir]
  if (instead === undefined) {
    return atCompileTime('name', 'removed', [name], `${mono(name)} is gone.`)
  }
  const words = `${mono(name)} is gone: write ${mono(code(instead.name))} (${mono(heir)}).`
  return atCompileTime('name', 'renamed', [name], words)
}
