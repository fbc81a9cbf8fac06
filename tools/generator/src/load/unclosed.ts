/** Brackets and quotes that are never closed: the reader tells where it missed the end, which may be far below. */
import { type Document, isCollection, isScalar, type Node, visit, type YAMLError } from 'yaml'
import type { Fault } from '../report/fault.js'
import type { Mistake } from './mistake.js'
import type { Text } from './text.js'

/** What is never closed, if that is what the reader objects to. */
export function unclosed(error: YAMLError, document: Document, text: Text): Omit<Fault, 'rule'> | undefined {
  const [from, to] = error.pos
  const open = missesAnEnd(error) ? lastOpen(document, text, from) : undefined
  if (open === undefined) return undefined
  const start = open.range?.[0] ?? from
  const place = text.place(start, start + 1)
  if (isScalar(open)) return { place, ...openQuote }
  const isOther = /[}\]]/.test(text.at(from))
  const missed = {
    place: text.place(from, isOther ? from + 1 : to),
    says: isOther ? 'this one is of another kind' : 'by here it should be closed',
  }
  return {
    place,
    wrong: 'this bracket is never closed',
    expected: 'entries with commas between them, and the bracket that closes',
    fix: `close it with ${brackets[text.at(start)]}`,
    also: isOther || text.lineOf(from) !== text.lineOf(start) ? [missed] : [],
  }
}

/** A quote without the one that closes it. */
export const openQuote: Mistake = {
  wrong: 'this quote is never closed',
  expected: 'a text between two of the same quotes',
  fix: 'close it with the same quote',
}

/** Whether the reader missed the end of a bracket or a quote. */
export function missesAnEnd({ code, message }: YAMLError): boolean {
  return (
    (code === 'MISSING_CHAR' && /quote|end with/.test(message)) ||
    (code === 'BAD_INDENT' && /^Flow/.test(message))
  )
}

/** The innermost bracket or quote before an offset that nothing closes. */
function lastOpen(document: Document, text: Text, before: number): Node | undefined {
  let found: Node | undefined
  visit(document, {
    Node: (_, node) => {
      const [start, end] = node.range ?? [0, 0]
      const close = closingOf(node, text.at(start))
      if (close === undefined || start >= before) return
      if (end - start < 2 || text.at(end - 1) !== close) found = node
    },
  })
  return found
}

function closingOf(node: Node, opening: string): string | undefined {
  if (isCollection(node)) return node.flow === true ? brackets[opening] : undefined
  return isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE')
    ? opening
    : undefined
}

/** A mapping in a list may have none (`[a: b]`). */
const brackets: Readonly<Record<string, string>> = { '{': '}', '[': ']' }
