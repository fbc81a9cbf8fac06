/**
 * Text of the spec as it may be shown: nothing in it can move a cursor, change colours, hide or reorder what
 * stands beside it, or begin a command of the machine that reads the output.
 */

/**
 * Control characters, what reorders text, what can't be seen (joiners within emoji
 * excepted), halves of characters.
 */
const unseen =
  /(?<!\p{Extended_Pictographic}\p{M}*\p{Emoji_Modifier}?)\u200D|(?!\u200D)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu

/** How many characters of a text are shown: a line of a generated page has tens of thousands. */
const LONGEST = 500

/** A text on one line, with what can't be seen written as `<U+001B>`, and cut where it is too long to read. */
export function visible(text: string): string {
  const line = text.replace(/\s*\r?\n\s*/g, ' ')
  return wholeVisible(line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line)
}

/** The same of a line that is to be read whole. */
export function wholeVisible(line: string): string {
  return line.replace(unseen, code).replace(command, (found) => found.replace(/[:#]/, code))
}

/** What GitHub's runner takes for a command: `::` at the head of a line, behind spaces too, `##[` anywhere in one. */
const command = /^\s*::|##\[/g

function code(character: string): string {
  return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`
}

/** One character as people see it. */
export interface Cell {
  /** Where it begins in the text, and how long it is there. */
  readonly at: number
  readonly length: number
  /** What is shown for it. */
  readonly shown: string
  /** How many columns of a terminal that takes. */
  readonly width: number
}

/** Tabs are shown as so many spaces, since a terminal's own would shift the line against the caret. */
const TAB = '    '

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The characters of one line. */
export function cellsOf(line: string): readonly Cell[] {
  return [...segmenter.segment(line)].map(({ segment, index }) => {
    const shown = segment === '\t' ? TAB : visible(segment)
    return {
      at: index,
      length: segment.length,
      shown,
      width: shown === segment ? columnsOf(segment) : shown.length,
    }
  })
}

/** Two for what East Asian fonts and emoji draw wide, one for the rest. */
function columnsOf(character: string): number {
  return wide.test(character) ? 2 : 1
}

/** The East Asian wide and fullwidth blocks, and what is drawn as an emoji. */
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]|\uFE0F|\p{Emoji_Presentation}/u
