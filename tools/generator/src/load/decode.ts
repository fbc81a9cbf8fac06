/** Bytes as text; where they are none, the place of the first that isn't. */
import { type Fault, type Place, wholeFile } from '../report/fault.js'

/** The text of a file without its byte order mark, or why it has none. */
export function decode(file: string, bytes: Uint8Array): string | Fault {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return fault(file, bytes)
  }
}

function fault(file: string, bytes: Uint8Array): Fault {
  const [first, second] = bytes
  const wide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  return {
    rule: 'load/not-utf-8',
    place: wide ? wholeFile(file) : firstBad(file, bytes),
    wrong: wide ? 'the file is UTF-16, not UTF-8' : 'this is not UTF-8',
    expected: 'text in UTF-8',
    fix: 'save the file as UTF-8',
  }
}

function firstBad(file: string, bytes: Uint8Array): Place {
  let line = 1
  for (let start = 0; start < bytes.length; line += 1) {
    const end = endOfLine(bytes, start)
    const good = readable(bytes.subarray(start, end))
    if (good !== undefined) {
      const text = new TextDecoder().decode(bytes.subarray(start, end)).replace(/\r?\n$/, '')
      return { file, line, column: good + 1, width: 1, text }
    }
    start = end
  }
  return wholeFile(file)
}

function endOfLine(bytes: Uint8Array, start: number): number {
  const end = bytes.indexOf(0x0a, start)
  return end < 0 ? bytes.length : end + 1
}

/** How many characters of a line can be read before one can't; `undefined` where all can. */
function readable(line: Uint8Array): number | undefined {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let characters = 0
  try {
    for (const byte of line) characters += decoder.decode(Uint8Array.of(byte), { stream: true }).length
    decoder.decode()
    return undefined
  } catch {
    return characters
  }
}
