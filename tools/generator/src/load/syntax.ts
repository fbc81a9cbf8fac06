/** What the YAML reader objects to, in words for the person who wrote the file. */
import { type Document, isCollection, isScalar, type Node, visit, type YAMLError } from 'yaml'
import type { Fault } from '../report/fault.js'
import type { Text } from './text.js'

/**
 * Once the reader is out of step, most of what it says of the rest is wrong: only its first complaint counts.
 */
export function syntaxFaults(document: Document, text: Text): readonly Fault[] {
  const all = [...document.errors, ...document.warnings]
  const [first] = all
  if (first === undefined) return []
  // Of a value that runs on into the next line in brackets, the reader's second word says why.
  const inBrackets = all.find(({ code, pos }) => code === 'BLOCK_IN_FLOW' && pos[0] === first.pos[0])
  return [faultOf(inBrackets ?? first, document, text)]
}

interface Words {
  readonly wrong: string
  readonly expected?: string
  readonly fix: string
  readonly suggestion?: string
}

function faultOf(error: YAMLError, document: Document, text: Text): Fault {
  const rule = `load/${error.code.toLowerCase().replaceAll('_', '-')}`
  const [from, to] = error.pos
  const open = neverClosed(error) ? lastOpen(document, text, from) : undefined
  if (open === undefined) {
    const [start, end] = rangeOf(error, text)
    return { rule, place: text.place(start, Math.max(start, end)), ...wordsFor(error, text) }
  }
  const isText = isScalar(open)
  const start = open.range?.[0] ?? from
  const also = text.lineOf(from) === text.lineOf(start) ? [] : [{ place: text.place(from, to), says: MISSED }]
  return {
    rule,
    place: text.place(start, start + 1),
    wrong: isText ? 'this quote is never closed' : 'this bracket is never closed',
    expected: isText
      ? 'a text between two of the same quotes'
      : 'entries with commas between them, and the bracket that closes',
    fix: isText ? 'close it with the same quote' : `close it with ${text.at(start) === '{' ? '}' : ']'}`,
    also: isText ? [] : also,
  }
}

/** What a fault is about; the reader itself points at what it found instead. */
function rangeOf(error: YAMLError, text: Text): readonly [from: number, to: number] {
  const [from, to] = error.pos
  if (lacksComma(error)) return beforeGap(text, from)
  switch (error.code) {
    case 'BLOCK_IN_FLOW':
      return [from, /:\s/.test(restOfLine(text, from)) ? endOfWord(text, from) : to]
    case 'BAD_INDENT':
      return [afterEmptyLines(text, from), to]
    case 'BLOCK_AS_IMPLICIT_KEY':
      return isItem(error) ? [afterSpaces(text, from), to] : [from, to]
    default:
      return [from, to]
  }
}

/** The last character of what stands before an offset, remarks passed over. */
function beforeGap(text: Text, offset: number): readonly [from: number, to: number] {
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

/** Where a comma is missing, the reader points at all that follows. */
function endOfWord(text: Text, from: number): number {
  let end = from
  while (/[^\s,{}[\]]/.test(text.at(end))) end += 1
  return end
}

function afterSpaces(text: Text, from: number): number {
  let start = from
  while (text.at(start) === ' ') start += 1
  return start
}

function lacksComma({ code, message }: YAMLError): boolean {
  return code === 'MISSING_CHAR' && message.startsWith('Missing ,')
}

function isItem({ message }: YAMLError): boolean {
  return message.includes('block sequence')
}

const MISSED = 'by here it should be closed'

function neverClosed({ code, message }: YAMLError): boolean {
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
      const closing = closes(node)
      if (closing === undefined || start >= before) return
      if (end - start < 2 || text.at(end - 1) !== closing(text.at(start))) found = node
    },
  })
  return found
}

function closes(node: Node): ((opening: string) => string) | undefined {
  if (isCollection(node) && node.flow === true) return (opening) => (opening === '{' ? '}' : ']')
  if (isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE'))
    return (opening) => opening
  return undefined
}

function wordsFor(error: YAMLError, text: Text): Words {
  const { code, message } = error
  const [from] = error.pos
  if (lacksComma(error)) return NO_COMMA
  switch (code) {
    case 'TAB_AS_INDENT':
      return {
        wrong: 'a tab stands where a line is indented',
        expected: 'spaces: YAML knows no tabs there',
        fix: 'indent with spaces',
      }
    case 'BAD_INDENT':
      return {
        wrong: 'this line is indented unlike its neighbours',
        expected: 'as many spaces before each key of a mapping',
        fix: 'indent it as they are',
      }
    case 'MULTIPLE_DOCS':
      return {
        wrong: 'a second document begins here',
        expected: 'one document in a file',
        fix: 'take this line out',
      }
    case 'BAD_ALIAS':
      return inQuotes('a star begins the name of an anchor, but none follows', '*')
    case 'BAD_SCALAR_START':
      return { wrong: `a text can't begin with ${text.at(from)} here`, fix: 'put it in quotes' }
    case 'TAG_RESOLVE_FAILED':
      return {
        wrong: 'a tag like this one means nothing here',
        expected: 'a value without a type before it',
        fix: 'leave it out, or put the text in quotes',
      }
    case 'BLOCK_AS_IMPLICIT_KEY':
      if (isItem(error))
        return {
          wrong: 'an item of a list stands where a key belongs',
          expected: 'the items of a list below their key, all indented alike',
          fix: 'indent it as the other items are, or put it below the key that it belongs to',
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
        fix: COLON,
      }
    case 'MISSING_CHAR':
    case 'MULTILINE_IMPLICIT_KEY':
      return {
        wrong: 'this line is no key with a value',
        expected: '"key: value"',
        fix: restOfLine(text, from).includes(':')
          ? 'put a space after the colon'
          : 'put a colon and a value behind it, or indent it further where it goes on with the line above',
      }
    case 'BLOCK_IN_FLOW':
      return NO_COMMA
    case 'BAD_DQ_ESCAPE':
      return {
        wrong: 'this is no escape that YAML knows',
        fix: 'write \\\\ for a backslash, or use single quotes',
      }
    case 'UNEXPECTED_TOKEN':
      if (message.includes('flow-map-end') || message.includes('flow-seq-end'))
        return {
          wrong: 'this bracket closes none that is open',
          expected: 'a closing bracket for each that opens',
          fix: 'take it out, or put the text that it belongs to in quotes',
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
    default:
      return { wrong: `this is not YAML: ${message}`, fix: 'correct it here' }
  }
}

function restOfLine(text: Text, from: number): string {
  const { text: line, column } = text.place(from)
  return line.slice(column - 1)
}

const NO_COMMA: Words = {
  wrong: 'a comma is missing after this',
  expected: 'a comma between two entries in brackets',
  fix: 'put one there',
}

const COLON = 'put a text that holds ": " in quotes; put keys on lines of their own, indented alike'

function inQuotes(wrong: string, value: string): Words {
  return {
    wrong,
    expected: 'a text, in quotes where it begins with a sign of YAML',
    fix: `did you mean '${value}', in quotes?`,
    suggestion: `'${value}'`,
  }
}
