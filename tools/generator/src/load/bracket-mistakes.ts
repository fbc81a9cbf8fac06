/** Mistakes in brackets, and brackets that are mistakes: commas, colons and closing brackets that are missing or too many. */
import type { YAMLError } from 'yaml'
import { lineStart } from './indents.js'
import type { Mistake, MistakeOf } from './mistake.js'
import { beforeGap, endOfWord, restOfLine } from './stretches.js'
import type { Text } from './text.js'

/** Where a comma is missing, the reader points at all that follows. */
const noComma: Mistake = {
  wrong: 'a comma is missing after this',
  expected: 'a comma between two entries in brackets',
  fix: 'put one there',
}

/** No comma behind an entry, or a bracket of a text that stands without quotes. */
export function missingComma({ pos: [from] }: YAMLError, text: Text): Mistake {
  const before = beforeGap(text, from)
  if (before[1] < from || !/[{[]/.test(text.at(from))) return { ...noComma, range: before }
  return {
    wrong: 'a bracket opens here, within a text',
    expected: 'a text with brackets in quotes, where it stands in brackets itself',
    fix: 'put the text in quotes',
    range: [from, from + 1],
  }
}

/** A second colon behind a key in brackets: it may be that of the next entry, or one of the value. */
export const secondColon: MistakeOf = ({ pos: [from, to] }, text) => {
  if (!/:\s/.test(restOfLine(text, from))) return { ...noComma, range: [from, to] }
  const end = endOfWord(text, from)
  if (text.at(end - 1) !== ':') return { ...noComma, range: [from, end] }
  return {
    wrong: 'this reads as a key inside a value',
    expected: 'one value behind a key',
    fix: 'put all of the value in quotes, or take the space behind its colon out',
    range: [from, end],
  }
}

const closesNone = {
  wrong: 'this bracket closes none that is open',
  expected: 'a closing bracket for each that opens',
}

/** A closing bracket where none is open. */
export const closingBracket: Mistake = {
  ...closesNone,
  fix: 'take it out, or put the text that it belongs to in quotes',
}

/** A line that ends in a bracket, remarks aside, which nothing in it opens. */
export function unopened(text: Text, offset: number): Mistake | undefined {
  const start = lineStart(text, offset)
  const { text: line } = text.place(start)
  const at = line.search(/[}\]]\s*(#.*)?$/)
  const before = line.slice(0, at).replace(/\{[^{}]*\}|\[[^[\]]*\]/g, '')
  if (at < 0 || /["'{[]/.test(before)) return undefined
  return {
    ...closesNone,
    fix: 'open it before the first key, or take it out',
    range: [start + at, start + at + 1],
  }
}

/** A bracket that opens behind a key without a colon: the key seems to go on up to the first colon within. */
export function withoutColon(text: Text, offset: number): Mistake | undefined {
  const start = lineStart(text, offset)
  const [before] = /^ *(?:[^:"'#{[]|\{\w+\})+ (?=[{[] *\w+: )/.exec(text.place(start).text) ?? []
  if (before === undefined) return undefined
  const at = start + before.length
  return {
    wrong: 'a colon is missing before this bracket',
    expected: '"key: { … }", with a colon and a space behind the key',
    fix: 'put a colon behind the key',
    range: [at, at + 1],
  }
}
