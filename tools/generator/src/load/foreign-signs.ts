/** Signs that look like those of YAML and are others: a line with one of them looks right and isn't. */
import type { Fault, Place } from '../report/fault.js'

/** What is wrong with a line that the reader objects to, if such a sign misleads it. */
export function foreignSign(place: Place): Omit<Fault, 'rule'> | undefined {
  const { text } = place
  const [at, length] = foreignSpaces(place) ?? []
  if (at !== undefined)
    return {
      place: { ...place, column: at + 1, width: length ?? 1 },
      wrong: `a space of another kind (${codeOf(text, at)}) stands here`,
      expected: 'plain spaces (U+0020), by which a line is indented and a value parted from its key',
      fix: 'write plain spaces',
    }
  const quote = /(?<=^[^"'#:]*: *)[“”„‘’]/.exec(text)
  if (quote !== null)
    return {
      place: { ...place, column: quote.index + 1, width: 1 },
      wrong: `"${quote[0]}" (${codeOf(text, quote.index)}) is no straight quote, and begins no quoted text`,
      expected: 'a text between two straight quotes, of which either kind will do',
      fix: 'write straight quotes at both ends',
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

/**
 * Spaces of another kind that a line is indented by, that stand behind its first key, or behind a later one right
 * beside what the reader points at. Anywhere else they are part of a text.
 */
function foreignSpaces({ text, column, width }: Place): readonly [at: number, length: number] | undefined {
  const before = /^[ \t]*|^\s*(?:- +)*(?:"[^"]*"|'[^']*'|[^"'#:]*):/.source
  const found =
    new RegExp(`(?<=${before})[^\\S \\t]+`).exec(text) ??
    [...text.matchAll(/(?<=:)[^\S \t]+/g)].find(
      ({ index, 0: spaces }) => index + spaces.length === column - 1 || index === column - 1 + width,
    )
  return found && [found.index, found[0].length]
}

function codeOf(text: string, at: number): string {
  return `U+${(text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
