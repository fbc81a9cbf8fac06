/**
 * Brackets whose next lines are indented too little. YAML forbids that and some readers don't mind (PyYAML,
 * with which documents of three years were written), so the lines are moved to the right.
 */
import { Lexer } from 'yaml'

/** What the reader says where it gives up on an open bracket. */
const GIVEN_UP = '\u0018'
const OPENING = ['{', '[']
const CLOSING = ['}', ']']
/** Parts of the reader's answer that are no part of the text. */
const MARKS = ['\u0002', '\u001f']

/** The text, with lines moved as far as brackets need it. A bracket that is never closed ends the mending. */
export function mendFlow(text: string): string {
  let mended = ''
  let rest = text
  for (;;) {
    const from = brokenBracket(rest)
    const to = from === undefined ? undefined : endOfFlow(rest, from)
    if (from === undefined || to === undefined) return mended + rest
    const next = rest.indexOf('\n', to) + 1 || rest.length
    const column = from - (rest.lastIndexOf('\n', from) + 1)
    mended += rest.slice(0, from) + indented(rest.slice(from, to), column + 1) + rest.slice(to, next)
    rest = rest.slice(next)
  }
}

/** The first bracket on which the reader gives up. */
function brokenBracket(text: string): number | undefined {
  let bracket = 0
  for (const { token, at, depth } of tokensOf(text)) {
    if (token === GIVEN_UP) return bracket
    if (depth === 0) bracket = at
  }
  return undefined
}

/** Where an opening bracket is closed. Where nothing stands above it, no line is indented too little. */
function endOfFlow(text: string, bracket: number): number | undefined {
  for (const { token, at, depth } of tokensOf(text.slice(bracket)))
    if (depth === 1 && CLOSING.includes(token)) return bracket + at + 1
  return undefined
}

interface Token {
  readonly token: string
  readonly at: number
  /** How many brackets are open before it. */
  readonly depth: number
}

function* tokensOf(text: string): Generator<Token> {
  let at = 0
  let depth = 0
  for (const token of new Lexer().lex(text)) {
    yield { token, at, depth }
    if (OPENING.includes(token)) depth += 1
    else if (CLOSING.includes(token)) depth = Math.max(0, depth - 1)
    if (!MARKS.includes(token)) at += token.length
  }
}

function indented(flow: string, column: number): string {
  return flow.replaceAll(/(?<=\n) *(?=\S)/g, (blanks) => blanks.padEnd(column))
}
