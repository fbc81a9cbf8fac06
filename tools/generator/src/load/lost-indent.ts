/** A key that lost its indent: the reader takes it for one of the level above, and objects to the next line. */
import { above, indentAt, isFilled, isItem, lineStart, nextLine, opens } from './indents.js'
import type { Text } from './text.js'

/** Where the line begins that lost its indent; `undefined` where none did before the line that an offset is in. */
export function lostIndent(text: Text, offset: number): number | undefined {
  const indent = indentAt(text, lineStart(text, offset))
  const lost = above(text, offset, indent - 1)
  if (lost === undefined) return undefined
  const before = above(text, lost, indent)
  if (before === undefined) return undefined
  const isBesideIt = indentAt(text, before) === indent
  const isDirectlyAbove = above(text, lost) === before
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
