/** The place of a whole line of a text that is no document of the loader's. */
import type { Place } from '../report/fault.js'

/** The first line that a pattern matches, or the first one that says anything. */
export function firstLine(file: string, text: string, pattern?: RegExp): Place {
  const lines = text.split(/\r?\n/)
  const place = (index: number): Place => {
    const line = lines[index] ?? ''
    return { file, line: index + 1, column: 1, width: Math.max(1, line.length), text: line }
  }
  const found = pattern === undefined ? -1 : lines.findIndex((line) => pattern.test(line))
  return place(
    found < 0
      ? Math.max(
          0,
          lines.findIndex((line) => line.trim() !== ''),
        )
      : found,
  )
}
