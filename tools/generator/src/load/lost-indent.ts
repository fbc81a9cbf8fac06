/** A key that lost its indent: the reader takes it for one of the level above, and objects to the next line. */
import type { Text } from './text.js'

/** Where the line begins that lost its indent; `undefined` where none did before the line that an offset is in. */
export function lostIndent(text: Text, offset: number): number | undefined {
  const indent = indentAt(text, lineStart(text, offset))
  const lost = above(text, offset, indent - 1)
  if (lost === undefined) return undefined
  const before = above(text, lost, indent)
  if (before === undefined) return undefined
  const isBesideIt = indentAt(text, before) === indent
  const isDirectlyAbove = above(text, lost, Number.POSITIVE_INFINITY) === before
  const isItsSection =
    isDirectlyAbove && indentAt(text, before) === indentAt(text, lost) && opens(text, before)
  return (isBesideIt || isItsSection) && goesOn(text, offset, indent) ? lost : undefined
}

/** Whether the next key that is indented by no more than so many spaces is indented by as many, or none follows. */
function goesOn(text: Text, offset: number, indent: number): boolean {
  for (
    let start = nextLine(text, lineStart(text, offset));
    text.at(start) !== '';
    start = nextLine(text, start)
  ) {
    if (isFilled(text, start) && indentAt(text, start) <= indent)
      return indentAt(text, start) === indent && !isItem(text, start)
  }
  return true
}

function isItem(text: Text, start: number): boolean {
  return /^ *-( |$)/.test(text.place(start).text)
}

function isFilled(text: Text, start: number): boolean {
  return /^ *[^ \t#]/.test(text.place(start).text)
}

function nextLine(text: Text, start: number): number {
  const end = start + text.place(start).text.length
  return text.at(end) === '\r' ? end + 2 : end + 1
}

/** The nearest line above an offset that is indented by no more than so many spaces; empty ones and remarks are none. */
function above(text: Text, offset: number, most: number): number | undefined {
  for (let start = lineStart(text, offset); start > 0; ) {
    start = lineStart(text, start - 1)
    if (isFilled(text, start) && indentAt(text, start) <= most) return start
  }
  return undefined
}

function opens(text: Text, start: number): boolean {
  return /: *(#.*)?$/.test(text.place(start).text)
}

function indentAt(text: Text, start: number): number {
  return text.place(start).text.search(/[^ ]|$/)
}

function lineStart(text: Text, offset: number): number {
  return offset - (text.place(offset).column - 1)
}
