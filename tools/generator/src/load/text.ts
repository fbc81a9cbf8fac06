/** A file's text, and the lines and columns of its characters. */
import type { LineCounter } from 'yaml'
import type { Place } from '../report/fault.js'

/** A text whose offsets have places. */
export interface Text {
  /** The place of the characters from one offset up to another, cut at the end of the line. */
  place(from: number, to?: number): Place
  /** The character at an offset. */
  at(offset: number): string
  /** The number of the line that an offset is in. */
  lineOf(offset: number): number
}

/** Joins a text with its lines, as the YAML reader counted them. */
export function textOf(file: string, text: string, lines: LineCounter): Text {
  const lineOf = (offset: number) => Math.max(1, lines.linePos(Math.min(offset, text.length)).line)
  return {
    at: (offset) => text.charAt(offset),
    lineOf,
    place: (from, to = from) => {
      const line = lineOf(from)
      const start = lines.lineStarts[line - 1] ?? 0
      const end = endOfLine(text, start)
      const column = Math.min(from, text.length) - start + 1
      return {
        file,
        line,
        column,
        width: Math.max(1, Math.min(to, end) - from),
        text: text.slice(start, end),
      }
    },
  }
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start)
  if (end < 0) return text.length
  return text.charAt(end - 1) === '\r' && end > start ? end - 1 : end
}
