/**
 * Words that YAML takes for something else than text, and drops without an objection: nobody would notice until they
 * are missing where the text is shown.
 */
import type { Node, Scalar } from 'yaml'
import type { Fault } from '../report/fault.js'
import type { Text } from './text.js'

/** A text of several lines, none of which is indented below its sign. */
export function emptyBlock({ type, source, range }: Scalar, text: Text): Fault | undefined {
  if ((type !== 'BLOCK_FOLDED' && type !== 'BLOCK_LITERAL') || source?.trim() !== '') return undefined
  const [from = 0] = range ?? []
  return {
    rule: EMPTY_BLOCK,
    place: text.place(from, from + 1),
    wrong: 'no line of the text that begins here is indented below it',
    expected: 'its lines below its key, each indented further than that',
    fix: 'indent them, or write the text here',
  }
}

/** Where a text is missing, the lines that should be in it are read as something else. */
export const EMPTY_BLOCK = 'load/empty-block'

/**
 * What follows a text behind a sign that begins a remark, if it doesn't look like one, or stands behind words, which may
 * go on there.
 */
export function remarkInText({ type, range, source = '' }: Scalar, text: Text): Fault | undefined {
  const [from, end] = range ?? [0, 0]
  if (type !== 'PLAIN') return undefined
  const { text: line, column } = text.place(end)
  const [spaces, rest = ''] = /^ +(?=#)(.*)/.exec(line.slice(column - 1)) ?? []
  const isJoined = /^#[^\s#!]/.test(rest)
  if (spaces === undefined || !(isJoined || isWords(source))) return undefined
  const start = end + spaces.length - rest.length
  const elsewhere = isJoined ? 'with a space behind its sign' : 'on a line of its own'
  return {
    rule: 'load/remark-in-text',
    place: text.place(start, start + 1),
    wrong: 'a remark begins here, and the text before it has ended',
    expected: `a text with " #" in quotes, or a remark ${elsewhere}`,
    fix: isJoined
      ? 'put the whole text in quotes, or a space behind the sign'
      : 'put the text in quotes, with these words or without them, or the remark on a line of its own',
    also: [{ place: text.place(from, end), says: 'the text is this alone' }],
  }
}

/** Words that may go on: no whole sentence, and no method with its path. */
function isWords(text: string): boolean {
  return /\S\s+[^\s/]/.test(text) && !text.endsWith('.')
}

/** A character that nobody sees, and that no text may hold. */
export function controlCharacter(written: string, text: Text): Fault | undefined {
  const at = written.search(CONTROL)
  if (at < 0) return undefined
  return {
    rule: 'load/control-character',
    place: text.place(at, at + 1),
    wrong: 'a control character stands here',
    expected: 'characters that can be seen, and ends of lines',
    fix: 'take it out',
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/

/** An anchor that no alias names: the word belonged to the text behind it. */
export function unusedAnchor({ anchor = '', range }: Node, text: Text): Fault {
  let [start] = range ?? [0]
  while (start > 0 && text.at(start) !== '&') start -= 1
  return {
    rule: 'load/unused-anchor',
    place: text.place(start, start + 1 + anchor.length),
    wrong: `"&${anchor}" names what follows, but no alias (*${anchor}) stands below`,
    expected: 'an anchor only where an alias refers to it',
    fix: 'put the text in quotes if it begins here, or take the anchor out',
  }
}
