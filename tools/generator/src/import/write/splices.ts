/**
 * Changes to a text by the offsets of the text as it was: all that they don't touch
 * stays as it is, to the byte.
 */

interface Splice {
  readonly from: number
  readonly to: number
  readonly text: string
}

/**
 * Gathers changes and makes them at once. Those at one place stand in the order of coming, and what is
 * inserted into a stretch that is replaced stands behind it; others must not overlap.
 */
export class Splices {
  readonly #text: string
  readonly #splices: Splice[] = []

  constructor(text: string) {
    this.#text = text
  }

  replace(from: number, to: number, text: string): void {
    this.#splices.push({ from, to, text })
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text)
  }

  /** The text with all changes, its lines ending as they did. */
  done(): string {
    const ending = this.#text.includes('\r\n') ? '\r\n' : '\n'
    let result = ''
    let at = 0
    for (const { from, to, text } of [...this.#splices].sort((one, other) => one.from - other.from)) {
      result += this.#text.slice(at, from) + text.replaceAll('\n', ending)
      at = Math.max(at, to)
    }
    return result + this.#text.slice(at)
  }
}

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

/** Where the line of an offset ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  if (end < 0) return text.length
  return text[end - 1] === '\r' && end > offset ? end - 1 : end
}

/** Where the line after that of an offset begins. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end + 1
}

/** The end of what is written before an offset, without the blanks and line breaks behind it. */
export function trimEnd(text: string, from: number, to: number): number {
  return from + text.slice(from, to).trimEnd().length
}
