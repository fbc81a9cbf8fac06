/** The mistakes behind the reader's objections, by its codes: what each is about and how to mend it. */
import type { ErrorCode, YAMLError } from 'yaml'
import type { Fault } from '../report/fault.js'
import { lostIndent } from './lost-indent.js'
import type { Text } from './text.js'

/** A stretch of a text, by its offsets. */
type Range = readonly [from: number, to: number]

/** What is wrong, in words. */
interface Mistake extends Pick<Fault, 'wrong' | 'expected' | 'fix' | 'suggestion'> {
  /** What the words are about; left out, it is what the reader points at. */
  readonly range?: Range
}

/** What an objection of the reader means. */
export function mistakeOf(error: YAMLError, text: Text): Mistake {
  const mistake = byCode[error.code] ?? {
    wrong: `this is not YAML: ${error.message}`,
    fix: 'correct it here',
  }
  return typeof mistake === 'function' ? mistake(error, text) : mistake
}

type MistakeOf = (error: YAMLError, text: Text) => Mistake

const byCode: Partial<Readonly<Record<ErrorCode, Mistake | MistakeOf>>> = {
  TAB_AS_INDENT: {
    wrong: 'a tab stands where a line is indented',
    expected: 'spaces: YAML knows no tabs there',
    fix: 'indent with spaces',
  },
  BAD_INDENT: ({ pos: [from, to] }, text) => {
    const start = afterEmptyLines(text, from)
    const lost = lostIndent(text, start)
    return {
      wrong: 'this line is indented unlike its neighbours',
      expected: 'as many spaces before each key of a mapping',
      fix: 'indent it as they are',
      range: lost === undefined ? [start, to] : [lost, lost],
    }
  },
  MULTIPLE_DOCS: {
    wrong: 'a second document begins here',
    expected: 'one document in a file',
    fix: 'take this line out',
  },
  BAD_ALIAS: {
    wrong: 'a star begins the name of an anchor, but none follows',
    expected: 'a text, in quotes where it begins with a sign of YAML',
    fix: "did you mean '*', in quotes?",
    suggestion: "'*'",
  },
  BAD_SCALAR_START: ({ pos: [from] }, text) => ({
    wrong: `a text can't begin with ${text.at(from)} here`,
    fix: 'put it in quotes',
  }),
  BAD_DQ_ESCAPE: {
    wrong: 'this is no escape that YAML knows',
    fix: 'write \\\\ for a backslash, or use single quotes',
  },
  TAG_RESOLVE_FAILED: {
    wrong: 'a tag like this one means nothing here',
    expected: 'a value without a type before it',
    fix: 'leave it out, or put the text in quotes',
  },
  BLOCK_IN_FLOW: ({ pos: [from, to] }, text) => ({
    ...noComma,
    range: [from, /:\s/.test(restOfLine(text, from)) ? endOfWord(text, from) : to],
  }),
  MISSING_CHAR: (error, text) =>
    error.message.startsWith('Missing ,')
      ? { ...noComma, range: beforeGap(text, error.pos[0]) }
      : noKey(error, text),
  MULTILINE_IMPLICIT_KEY: noKey,
  BLOCK_AS_IMPLICIT_KEY: keyWithinValue,
  UNEXPECTED_TOKEN: ({ message }) => unexpected(message),
}

/** Where a comma is missing, the reader points at all that follows. */
const noComma: Mistake = {
  wrong: 'a comma is missing after this',
  expected: 'a comma between two entries in brackets',
  fix: 'put one there',
}

function noKey({ pos: [from] }: YAMLError, text: Text): Mistake {
  const [star] = /^\*(?=:)/.exec(restOfLine(text, from)) ?? []
  if (star !== undefined)
    return {
      wrong: 'a star begins the name of an anchor, but none follows',
      expected: 'a key, in quotes where it begins with a sign of YAML',
      fix: 'put it in quotes: "*"',
      suggestion: '"*"',
      range: [from, from + 1],
    }
  return {
    wrong: 'this line is no key with a value',
    expected: '"key: value"',
    fix: restOfLine(text, from).includes(':')
      ? 'put a space after the colon'
      : 'put a colon and a value behind it, or indent it further where it goes on with the line above',
  }
}

function keyWithinValue({ message, pos: [from, to] }: YAMLError, text: Text): Mistake {
  if (message.includes('block sequence'))
    return {
      wrong: 'an item of a list stands where a key belongs',
      expected: 'the items of a list below their key, all indented alike',
      fix: 'indent it as the other items are, or put it below the key that it belongs to',
      range: [afterSpaces(text, from), to],
    }
  const closing = unopened(text, from)
  if (closing !== undefined)
    return {
      ...closesNone,
      fix: 'open it before the first key, or take it out',
      range: [closing, closing + 1],
    }
  if (!/:(\s|$)/.test(restOfLine(text, from)))
    return {
      wrong: 'the next line is indented further than this one, so it reads as a key inside its value',
      expected: 'as many spaces before each key of a mapping',
      fix: 'indent it as its neighbours are',
    }
  return {
    wrong: 'this reads as a key inside a value',
    expected: 'one key and its value in a line',
    fix: 'put a text that holds ": " in quotes; put keys on lines of their own, indented alike',
  }
}

const closesNone = {
  wrong: 'this bracket closes none that is open',
  expected: 'a closing bracket for each that opens',
}

/** Where a line ends in a bracket, remarks aside, that nothing in it opens. */
function unopened(text: Text, offset: number): number | undefined {
  const { text: line, column } = text.place(offset)
  const at = line.search(/[}\]]\s*(#.*)?$/)
  const before = line.slice(0, at).replace(/\{[^{}]*\}|\[[^[\]]*\]/g, '')
  return at < 0 || /["'{[]/.test(before) ? undefined : offset - (column - 1) + at
}

function unexpected(message: string): Mistake {
  if (message.includes('flow-map-end') || message.includes('flow-seq-end'))
    return { ...closesNone, fix: 'take it out, or put the text that it belongs to in quotes' }
  if (message.startsWith('Unexpected , in flow'))
    return {
      wrong: 'there is nothing before this comma',
      expected: 'one comma between two entries in brackets',
      fix: 'take it out',
    }
  if (message.includes('block-seq-ind on same line'))
    return {
      wrong: 'a list begins on the line of its key',
      expected: 'the items of a list below their key',
      fix: 'begin it on the next line, or put a text that begins with a dash in quotes',
    }
  if (message.endsWith('scalar at node end'))
    return {
      wrong: 'the value before this has ended already',
      expected: 'one value after a key',
      fix: 'put all of it between two quotes, and double a single quote within',
    }
  return {
    wrong: `this can't stand here (${message})`,
    fix: 'put a text with special characters in quotes',
  }
}

/** The last character of what stands before an offset, remarks passed over. */
function beforeGap(text: Text, offset: number): Range {
  const { text: line, column } = text.place(offset)
  const start = offset - (column - 1)
  const before = line
    .slice(0, column - 1)
    .replace(/(^|\s)#.*$/, '')
    .trimEnd()
  if (before === '' && start > 0) return beforeGap(text, start - 1)
  return [start + Math.max(0, before.length - 1), start + before.length]
}

/** The reader finds an indent wrong from the empty lines before it on. */
function afterEmptyLines(text: Text, from: number): number {
  let start = from
  for (let at = from; /\s/.test(text.at(at)); at += 1) if (text.at(at) === '\n') start = at + 1
  return start
}

function afterSpaces(text: Text, from: number): number {
  let start = from
  while (text.at(start) === ' ') start += 1
  return start
}

function endOfWord(text: Text, from: number): number {
  let end = from
  while (/[^\s,{}[\]]/.test(text.at(end))) end += 1
  return end
}

function restOfLine(text: Text, from: number): string {
  const { text: line, column } = text.place(from)
  return line.slice(column - 1)
}
