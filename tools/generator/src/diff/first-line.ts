/** The place of a whole line of a text that is no document of the loader's. */
import type { Place } from '../report/fault.js'

/** The first line that a pattern matches, or the first one that says anything. */
export function firstLine(file: string, text: string, pattern: RegExp = /\S/): Place {
  const lines = text.split(/\r?\n/)
  const found = [pattern, /\S/].map((one) => lines.findIndex((line) => one.test(line)))
  const index = found.find((at) => at >= 0) ?? 0
  const line = lines[index] ?? ''
  return { file, line: index + 1, column: 1, width: Math.max(1, line.length), text: line }
}
