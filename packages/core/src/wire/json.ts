/** A JSON object, read so that no name in it is overlooked. */
import { FieldError } from './field-error.js'

/**
 * The members of a JSON object, and the names that stand in it more than once: `JSON.parse` keeps the last of
 * them without a word, and which one the sender meant can't be known.
 *
 * @throws FieldError when the text isn't one JSON object. The parser's own error is left out: it quotes the
 * text, and the text may hold a token.
 */
export function parseJsonObject(text: string): { members: Map<string, unknown>; repeated: Set<string> } {
  const value = parse(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new FieldError('body', 'malformed', 'a JSON object')
  }
  return { members: new Map(Object.entries(value)), repeated: repeatedNames(text) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new FieldError('body', 'malformed', 'JSON')
  }
}

const nameOrBracket = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/gs

/** The outermost names that occur twice in a text that is known to be a JSON object. */
function repeatedNames(text: string): Set<string> {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  let depth = 0
  for (const [piece, colon] of text.matchAll(nameOrBracket)) {
    if (piece === '{' || piece === '[') depth += 1
    else if (piece === '}' || piece === ']') depth -= 1
    else if (depth === 1 && colon !== undefined) {
      const name = String(JSON.parse(piece.slice(0, -colon.length)))
      if (seen.has(name)) repeated.add(name)
      seen.add(name)
    }
  }
  return repeated
}
