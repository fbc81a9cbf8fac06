/** Stretches of a text beside an offset that the reader points at: what it means begins or ends there. */
import type { Range } from './mistake.js'
import type { Text } from './text.js'

/** The line from an offset on. */
export function restOfLine(text: Text, from: number): string {
  const { text: line, column } = text.place(from)
  return line.slice(column - 1)
}

/** Where a word ends, which white space, commas and brackets do. */
export function endOfWord(text: Text, from: number): number {
  let end = from
  while (/[^\s,{}[\]]/.test(text.at(end))) end += 1
  return end
}

/** The first offset that is no space. */
export function afterSpaces(text: Text, from: number): number {
  let start = from
  while (text.at(start) === ' ') start += 1
  return start
}

/** Where the line of an indent begins: the reader finds it wrong from the empty lines before it on. */
export function afterEmptyLines(text: Text, from: number): number {
  let start = from
  for (let at = from; /\s/.test(text.at(at)); at += 1) if (text.at(at) === '\n') start = at + 1
  return start
}

/** The last character of what stands before an offset, remarks passed over. */
export function beforeGap(text: Text, offset: number): Range {
  const { text: line, column } = text.place(offset)
  const start = offset - (column - 1)
  const before = line
    .slice(0, column - 1)
    .replace(/(^|\s)#.*$/, '')
    .trimEnd()
  if (before === '' && start > 0) return beforeGap(text, start - 1)
  return [start + Math.max(0, before.length - 1), start + before.length]
}
