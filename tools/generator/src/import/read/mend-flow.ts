/**
 * Brackets whose next line is indented too little. YAML forbids that and some readers don't mind (PyYAML,
 * with which documents of three years were written), so the line is moved to the right.
 */
import { Lexer } from 'yaml'

/** What the reader says where it gives up on an open bracket. */
const GIVEN_UP = '\u0018'
const OPENING = ['{', '[']
const CLOSING = ['}', ']']
/** Parts of the reader's answer that are no part of the text. */
const MARKS = ['\u0002', '\u001f']

const ROUNDS = 200

/** The text, with lines moved as far as brackets need it. */
export function mendFlow(text: string): string {
  let mended = text
  for (let round = 0; round < ROUNDS; round += 1) {
    const fault = firstFault(mended)
    if (fault === undefined) return mended
    mended = `${mended.slice(0, fault.at)}${' '.repeat(fault.missing)}${mended.slice(fault.at)}`
  }
  return mended
}

function firstFault(text: string): { readonly at: number; readonly missing: number } | undefined {
  let at = 0
  let depth = 0
  let bracket = 0
  for (const token of new Lexer().lex(text)) {
    if (token === GIVEN_UP) {
      const missing = columnOf(text, bracket) + 1 - columnOf(text, at)
      return missing > 0 ? { at, missing } : undefined
    }
    if (OPENING.includes(token)) {
      if (depth === 0) bracket = at
      depth += 1
    } else if (CLOSING.includes(token)) depth = Math.max(0, depth - 1)
    if (!MARKS.includes(token)) at += token.length
  }
  return undefined
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1)
}
