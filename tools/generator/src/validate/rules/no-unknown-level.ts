/**
 * A level that isn't one of `levels` makes no scope, so a misspelt one would silently leave
 * scopes, includes or words out.
 */
import { levelInCode } from '../names/levels-in-code.js'
import { misspeltLevels } from '../names/misspelt-names.js'
import { unknownAmong } from '../names/references.js'
import { levelsIn } from '../names/references-in.js'
import type { Rule } from '../rule.js'

export const noUnknownLevel: Rule = ({ scopes, operations }) => {
  if (scopes === undefined) return []
  const { levels = {} } = scopes
  const declared = {
    what: 'level',
    section: 'levels',
    names: Object.keys(levels),
    inCode: (name: string) => levelInCode(name, levels),
  }
  return unknownAmong(levelsIn(scopes), declared, misspeltLevels(scopes, operations))
}
