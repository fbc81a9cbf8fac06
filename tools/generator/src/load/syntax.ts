/** What the YAML reader objects to, in words for the person who wrote the file. */
import { type Document, isCollection, isScalar, type Node, visit, type YAMLError } from 'yaml'
import type { Fault } from '../report/fault.js'
import type { Text } from './text.js'

/**
 * Once the reader is out of step, most of what it says of the rest is wrong: only its first complaint counts.
 */
export function syntaxFaults(document: Document, text: Text): readonly Fault[] {
  const [first] = [...document.errors, ...document.warnings]
  return first === undefined ? [] : [faultOf(first, document, text)]
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
    const end = error.code === 'BLOCK_IN_FLOW' ? endOfWord(text, from) : to
    const start = error.code === 'BAD_INDENT' ? afterEmptyLines(text, from) : from
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

function wordsFor({ code, message, pos: [from] }: YAMLError, text: Text): Words {
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
        fix: 'put a space after the colon',
      }
    case 'BLOCK_IN_FLOW':
      return {
        wrong: 'a comma is missing after this',
        expected: 'a comma between two entries in brackets',
        fix: 'put one there',
      }
    case 'BAD_DQ_ESCAPE':
      return {
        wrong: 'this is no escape that YAML knows',
        fix: 'write \\\\ for a backslash, or use single quotes',
      }
    case 'UNEXPECTED_TOKEN':
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

const COLON = 'put a text that holds ": " in quotes; put keys on lines of their own, indented alike'

function inQuotes(wrong: string, value: string): Words {
  return {
    wrong,
    expected: 'a text, in quotes where it begins with a sign of YAML',
    fix: `did you mean '${value}', in quotes?`,
    suggestion: `'${value}'`,
  }
}
