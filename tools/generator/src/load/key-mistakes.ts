/** Lines that are no key with a value, or more than one: colons, dashes and indents that went wrong. */
import type { YAMLError } from 'yaml'
import { unopened, withoutColon } from './bracket-mistakes.js'
import { above, indentAt, isItem, lineStart, opens } from './indents.js'
import { lostIndent } from './lost-indent.js'
import type { Mistake, MistakeOf } from './mistake.js'
import { afterEmptyLines, afterSpaces, endOfWord, restOfLine } from './stretches.js'
import type { Text } from './text.js'
import { openQuote } from './unclosed.js'

const uneven = {
  expected: 'as many spaces before each key of a mapping',
  fix: 'indent it as its neighbours are',
}

/** A tab among the spaces that a line is indented by. */
export const tabAsIndent: Mistake = {
  wrong: 'a tab stands where a line is indented',
  expected: 'spaces: YAML knows no tabs there',
  fix: 'indent with spaces',
}

/** A line that is indented unlike those beside it, or one above it that is no key, or an item of a list without its dash. */
export const unevenLine: MistakeOf = ({ pos: [from, to] }, text) => {
  const start = afterEmptyLines(text, from)
  const [before = ''] = /^[ \t]*/.exec(text.place(start).text) ?? []
  const tab = lineStart(text, start) + before.indexOf('\t')
  if (before.includes('\t')) return { ...tabAsIndent, range: [tab, tab + 1] }
  const other = valueBesideItsKey(text, start) ?? withoutDash(text, start) ?? noKeyAbove(text, start)
  if (other !== undefined) return other
  const lost = lostIndent(text, start)
  return {
    wrong: 'this line is indented unlike its neighbours',
    ...uneven,
    ...(isItem(text, start) && { expected: 'as many spaces before each item of a list' }),
    range: lost === undefined ? [start, to] : [lost, lost],
  }
}

/** A value in brackets below its key, indented no further than that. */
function valueBesideItsKey(text: Text, offset: number): Mistake | undefined {
  const [start, before] = [lineStart(text, offset), above(text, offset)]
  const at = start + indentAt(text, start)
  if (before === undefined || !/[{[]/.test(text.at(at)) || !opens(text, before)) return undefined
  return {
    wrong: 'this value is indented no further than its key',
    expected: 'more spaces before a value than before the key above it',
    fix: 'indent it further, up to the bracket that closes it',
    range: [at, at + 1],
  }
}

/** A line that stands as far in as the item above it, and is none. */
function withoutDash(text: Text, offset: number): Mistake | undefined {
  const start = lineStart(text, offset)
  const [before, indent] = [above(text, start), indentAt(text, start)]
  if (before === undefined || !isItem(text, before) || indentAt(text, before) !== indent) return undefined
  const at = start + indent
  const first = before + indent
  if (isKey(restOfLine(text, at)) && isKey(restOfLine(text, first + 2)) && isFirst(text, before))
    return {
      wrong: 'a dash stands before this key, and none before the next',
      expected: 'keys of one mapping, all without a dash, or a list in which each item has one',
      fix: 'take the dash out',
      range: [first, first + 1],
    }
  const hasDash = text.at(at) === '-'
  return {
    wrong: hasDash
      ? 'no space parts this dash from its item'
      : 'this line has no dash, unlike the item above it',
    expected: 'a dash and a space before each item of a list',
    fix: hasDash ? 'put a space behind the dash' : 'begin it with a dash and a space',
    range: [at, hasDash ? at + 1 : endOfWord(text, at)],
  }
}

function isKey(line: string): boolean {
  return /^[^-#\s][^#]*?:( |$)/.test(line)
}

/** Whether the line above one is its key, so that no other item of a list stands before it. */
function isFirst(text: Text, start: number): boolean {
  const before = above(text, start)
  return before !== undefined && opens(text, before)
}

/** A line without a colon above one that is indented alike: behind a remark it has ended as a value. */
function noKeyAbove(text: Text, offset: number): Mistake | undefined {
  const before = above(text, offset)
  const indent = indentAt(text, lineStart(text, offset))
  if (before === undefined || indentAt(text, before) !== indent || isItem(text, before)) return undefined
  const [line = ''] = /^.*?(?=\s#|\s*$)/.exec(restOfLine(text, before + indent)) ?? []
  if (/:(\s|$)/.test(line)) return undefined
  return { ...noKeyIn(line), range: [before + indent, before + indent + line.length] }
}

/** A star, which begins the name of an anchor, where none follows. */
export const bareStar: MistakeOf = ({ pos }, text) => {
  const { text: line, column } = text.place(pos[0])
  const from = pos[0] - (column - 1) + line.lastIndexOf('*', column - 1)
  const end = endOfWord(text, from)
  const isKey = text.at(end - 1) === ':'
  const word = restOfLine(text, from).slice(0, end - from - (isKey ? 1 : 0))
  // It may have lost but the first of two quotes.
  const bare = word.replace(/["']$/, '')
  return {
    wrong: 'a star begins the name of an anchor, but none follows',
    expected: `a ${isKey ? 'key' : 'text'}, in quotes where it begins with a sign of YAML`,
    fix: `put it in quotes: "${bare}"`,
    suggestion: `"${bare}"`,
    range: [from, from + word.length],
  }
}

/** A line without a colon, or with one that no space follows. */
export const noKey: MistakeOf = (error, text) => {
  const line = restOfLine(text, error.pos[0])
  if (line.startsWith('*')) return bareStar(error, text)
  return valueBesideItsKey(text, error.pos[0]) ?? noKeyIn(line)
}

function noKeyIn(line: string): Mistake {
  if (line.startsWith('//'))
    return {
      wrong: 'this line is no key with a value',
      expected: '"key: value"',
      fix: 'begin a remark with "#"',
    }
  if (/^(["'])(?!.*\1)/.test(line)) return openQuote
  // Of `name:Boxes` the colon is what is wrong; of `see https://…`, or behind a quote or a remark, it is not.
  const hasColon = /^[\w-]+:[^\s/]/.test(line)
  return {
    wrong: 'this line is no key with a value',
    expected: '"key: value"',
    fix: hasColon
      ? 'put a space behind the colon'
      : 'put a colon and a space behind the key, or indent the line further where it goes on with the one above',
  }
}

/** A colon within a value, or an item of a list among keys. */
export function keyWithinValue({ message, pos: [from, to] }: YAMLError, text: Text): Mistake {
  if (message.includes('block sequence')) {
    const start = afterSpaces(text, from)
    return {
      wrong: 'an item of a list stands where a key belongs',
      expected: 'the items of a list below their key, all indented alike',
      fix: isKey(restOfLine(text, start + 2))
        ? 'take the dash out, or put it below the key that it belongs to'
        : 'indent it as the other items are, or put it below the key that it belongs to',
      range: [start, to],
    }
  }
  const line = restOfLine(text, from)
  const ofBracket = unopened(text, from) ?? withoutColon(text, from)
  if (ofBracket !== undefined) return ofBracket
  if (!/:(\s|$)/.test(line))
    return {
      wrong: 'the next line is indented further than this one, so it reads as a key inside its value',
      ...uneven,
    }
  return {
    wrong: 'this reads as a key inside a value',
    expected: 'one key and its value in a line',
    fix: 'put a text that holds ": " in quotes; put keys on lines of their own, indented alike',
    range: [from, from + line.search(/:(\s|$)/) + 1],
  }
}
