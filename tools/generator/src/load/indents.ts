/** The lines of a text, known by the offsets that they begin at, and how far each is indented. */
import type { Text } from './text.js'

/** Where the line begins that an offset is in. */
export function lineStart(text: Text, offset: number): number {
  return offset - (text.place(offset).column - 1)
}

/** Where the next line begins. */
export function nextLine(text: Text, start: number): number {
  const end = start + text.place(start).text.length
  return text.at(end) === '\r' ? end + 2 : end + 1
}

/** The nearest line above an offset that is indented by no more than so many spaces; empty ones and remarks are none. */
export function above(
  text: Text,
  offset: number,
  most: number = Number.POSITIVE_INFINITY,
): number | undefined {
  for (let start = lineStart(text, offset); start > 0; ) {
    start = lineStart(text, start - 1)
    if (isFilled(text, start) && indentAt(text, start) <= most) return start
  }
  return undefined
}

/** How many spaces a line begins with. */
export function indentAt(text: Text, start: number): number {
  return text.place(start).text.search(/[^ ]|$/)
}

/** Whether a line is an item of a list. */
export function isItem(text: Text, start: number): boolean {
  return /^ *-( |$)/.test(text.place(start).text)
}

/** Whether a line holds more than a remark. */
export function isFilled(text: Text, start: number): boolean {
  return /^ *[^ \t#]/.test(text.place(start).text)
}

/** Whether a line is a key whose value begins below. */
export function opens(text: Text, start: number): boolean {
  return /: *(#.*)?$/.test(text.place(start).text)
}
