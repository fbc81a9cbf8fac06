/** Signs that look like those of YAML and are others: a line with one of them looks right and isn't. */
import type { Fault, Place } from '../report/fault.js'

/** What is wrong with a line that the reader objects to, if such a sign misleads it. */
export function foreignSign(place: Place): Omit<Fault, 'rule'> | undefined {
  const { text } = place
  const spaces = /(?<=^\s*|:)[^\S \t]+/.exec(text)
  if (spaces !== null)
    return {
      place: { ...place, column: spaces.index + 1, width: spaces[0].length },
      wrong: `a space of another kind (${codeOf(text, spaces.index)}) stands here`,
      expected: 'plain spaces (U+0020), by which a line is indented and a value parted from its key',
      fix: 'write plain spaces',
    }
  const colon = text.indexOf('：')
  if (colon < 0 || /["'#]|:\s/.test(text.slice(0, colon))) return undefined
  return {
    place: { ...place, column: colon + 1, width: 1 },
    wrong: `"：" (${codeOf(text, colon)}) is no colon`,
    expected: 'a plain colon (U+003A) and a space behind a key',
    suggestion: ': ',
    fix: 'write ":" with a space behind it',
  }
}

function codeOf(text: string, at: number): string {
  return `U+${(text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
