/** Faults for programs: one JSON document with every field of every fault. */
import type { Aside, Fault, Place } from './fault.js'

/** What a document holds besides the faults, and how it looks. */
export interface JsonOptions {
  /** What stands before the faults. */
  readonly head?: object
  readonly guesses?: readonly Aside[]
  /** Whether it stands on one line. */
  readonly compact?: boolean | undefined
}

/**
 * `{ "faults": […] }`, in the faults' order, and where they are asked for `"guesses": […]`. Columns count
 * UTF-16 units from 1; `endColumn` is the one after the last.
 */
export function asJson(
  faults: readonly Fault[],
  { head = {}, guesses, compact = false }: JsonOptions = {},
): string {
  const entries = faults.map(({ rule, place, wrong, expected, suggestion, fix, also = [] }) => ({
    severity: 'error',
    rule,
    ...span(place),
    wrong,
    expected,
    suggestion: suggestion ?? null,
    fix,
    also: also.map(noted),
  }))
  const report = { ...head, faults: entries, guesses: guesses?.map(noted) }
  return `${JSON.stringify(report, undefined, compact ? 0 : 2).replace(unsafe, escaped)}\n`
}

function noted({ place, says }: Aside): object {
  return { ...span(place), says }
}

function span({ file, line, column, width, text }: Place): object {
  return { file, line, column, endLine: line, endColumn: column + width, text }
}

/** What JSON may hold as it is, but a terminal obeys or a reader does not see. */
const unsafe = /[\u007F-\u009F]|\p{Cf}|\p{Zl}|\p{Zp}/gu

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, index) => unit(character.charCodeAt(index))).join('')
}

function unit(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`
}
