import type { Fault, Place } from './fault.js'

/** Faults as text for a terminal: file:line:column, the line with a caret under it, what to do. */
export function renderFaults(faults: readonly Fault[]): string {
  return faults.map(renderFault).join('\n')
}

function renderFault({ place, wrong, fix }: Fault): string {
  const lines = [`${place.file}:${place.line}:${place.column}: ${wrong}`, ...excerpt(place), `  → ${fix}`]
  return `${lines.join('\n')}\n`
}

/** Longer lines are cut to a window round the place. */
const WINDOW = 100

function excerpt(place: Place): string[] {
  if (place.text === '') return []
  const from = place.column > WINDOW * 0.8 ? place.column - WINDOW / 2 : 0
  const shown = place.text.slice(from, from + WINDOW)
  const before = shown.slice(0, place.column - 1 - from).replace(/[^\t]/g, ' ')
  const carets = '^'.repeat(Math.max(1, Math.min(place.width, shown.length - before.length)))
  const margin = String(place.line)
  return [`  ${margin} | ${shown}`, `  ${' '.repeat(margin.length)} | ${before}${carets}`]
}
