/** Levels by the names that they have in code, which are easily taken for their own. */
import type { ScopesDocument } from '../../spec/scopes-document.js'

/** The level that is called so in code, as the level `*` is called `all`. */
export function levelInCode(name: string, levels: ScopesDocument['levels']): string | undefined {
  return Object.entries(levels ?? {}).find(([, level]) => level.name === name)?.[0]
}
