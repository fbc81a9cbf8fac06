/** The mistakes behind the reader's objections, by its codes: what each is about and how to mend it. */
import type { ErrorCode, YAMLError } from 'yaml'
import { closingBracket, missingComma, secondColon } from './bracket-mistakes.js'
import { above } from './indents.js'
import { bareStar, keyWithinValue, noKey, tabAsIndent, unevenLine } from './key-mistakes.js'
import type { Mistake, MistakeOf } from './mistake.js'
import { restOfLine } from './stretches.js'
import type { Text } from './text.js'

/** What an objection of the reader means. */
export function mistakeOf(error: YAMLError, text: Text): Mistake {
  const mistake = byCode[error.code] ?? {
    wrong: `this is not YAML: ${error.message}`,
    expected: 'keys with values, a line each',
    fix: 'correct it here',
  }
  return typeof mistake === 'function' ? mistake(error, text) : mistake
}

const byCode: Partial<Readonly<Record<ErrorCode, Mistake | MistakeOf>>> = {
  TAB_AS_INDENT: tabAsIndent,
  BAD_INDENT: unevenLine,
  MULTIPLE_DOCS: secondDocument,
  BAD_ALIAS: bareStar,
  BAD_SCALAR_START: ({ pos: [from] }, text) => ({
    wrong: `a text can't begin with ${text.at(from)} here`,
    expected: 'a text, in quotes where it begins with a sign of YAML',
    fix: 'put it in quotes',
  }),
  BAD_DQ_ESCAPE: {
    wrong: 'this is no escape that YAML knows',
    expected: 'a backslash in double quotes only before what it stands for, such as \\n or \\"',
    fix: 'write \\\\ for a backslash, or use single quotes',
  },
  TAG_RESOLVE_FAILED: {
    wrong: 'a tag like this one means nothing here',
    expected: 'a value without a type before it',
    fix: 'leave it out, or put the text in quotes',
  },
  BLOCK_IN_FLOW: secondColon,
  MISSING_CHAR: (error, text) =>
    error.message.startsWith('Missing ,') ? missingComma(error, text) : noKey(error, text),
  MULTILINE_IMPLICIT_KEY: noKey,
  BLOCK_AS_IMPLICIT_KEY: keyWithinValue,
  UNEXPECTED_TOKEN: ({ message, pos: [from] }, text) => unexpected(message, restOfLine(text, from)),
}

function secondDocument({ pos: [from, to] }: YAMLError, text: Text): Mistake {
  const begins = restOfLine(text, from).startsWith('---')
  const end = begins ? undefined : endAbove(text, from)
  return {
    wrong: end === undefined ? 'a second document begins here' : 'the document ends here',
    expected: 'one document in a file',
    fix: 'take this line out',
    range: end === undefined ? [from, to] : [end, end + 3],
  }
}

function endAbove(text: Text, offset: number): number | undefined {
  let start = above(text, offset)
  while (start !== undefined && !restOfLine(text, start).startsWith('...')) start = above(text, start)
  return start
}

function unexpected(message: string, rest: string): Mistake {
  if (message.includes('flow-map-end') || message.includes('flow-seq-end')) return closingBracket
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
      fix: afterValue(rest),
    }
  return {
    wrong: `this can't stand here (${message})`,
    expected: 'a text, in quotes where it holds signs of YAML',
    fix: 'put a text with special characters in quotes',
  }
}

/** What to do with what stands behind a value: a comma, as JSON has it, the next line's key, or more of the text. */
function afterValue(rest: string): string {
  if (/^[,;]\s*(#.*)?$/.test(rest)) return 'take it out'
  if (/^([A-Z]+ \/\S*|\w+):( |$)/.test(rest)) return 'begin a new line here'
  return 'put all of it between two quotes, and double a single quote within'
}
