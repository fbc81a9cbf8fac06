/**
 * Faults for people: file:line:column, the line with a caret under the place, what was expected, what to do.
 */
import { styleText } from 'node:util'
import { groupBy } from '../collections/group-by.js'
import { excerptOf } from './excerpt.js'
import type { Fault, Place } from './fault.js'
import { visible } from './visible.js'

/** @param colour - whether the text is for a terminal that shows colours. */
export function asText(faults: readonly Fault[], colour: boolean): string {
  const paint = colour ? painted : plain
  const alike = groupBy(faults, sayingOf)
  return faults
    .flatMap((fault) => {
      const [first, ...others] = alike.get(sayingOf(fault)) ?? [fault]
      if (others.length + 1 < MANY) return [linesOf(fault, paint)]
      return fault === first ? [[...linesOf(first, paint), ...elsewhere(others, paint)]] : []
    })
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
}

/**
 * All that a reader is told or acts on but the place, and the file of that. Another place that a fault speaks of is the
 * same to the reader as one that stands as far from it.
 */
function sayingOf({ place, also = [], ...said }: Fault): string {
  const besides = also.map((aside) => [aside.place.file, aside.place.line - place.line, aside.says])
  return JSON.stringify([place.file, said, besides])
}

/** So many faults that say the same of one file have one cause, and are told together at the first's place. */
const MANY = 4

/** So many of their places are named, for who wants to look: what mends one mends them all. */
const NAMED = 12

function elsewhere(others: readonly Fault[], paint: Paint): string[] {
  if (others.length === 0) return []
  const named = others.slice(0, NAMED).map(({ place }) => positionOf(place))
  const left = others.length - named.length
  const rest = left === 0 ? '' : `, and ${left} more (--format json has all)`
  return [`  ${paint('margin', `the same in ${others.length} other places:`)} ${named.join(', ')}${rest}`]
}

function linesOf(fault: Fault, paint: Paint): string[] {
  const { place, wrong, expected, fix, also = [] } = fault
  return [
    `${paint('place', `${positionOf(place)}:`)} ${paint('wrong', visible(wrong))}`,
    ...excerpt(place, '^', paint),
    ...also.flatMap((aside) => [
      `  ${paint('place', `${positionOf(aside.place)}:`)} ${visible(aside.says)}`,
      ...excerpt(aside.place, '-', paint),
    ]),
    `  ${paint('margin', 'expected:')} ${visible(expected)}`,
    `  ${paint('fix', `→ ${visible(fix)}`)}`,
  ]
}

function excerpt(place: Place, mark: '^' | '-', paint: Paint): string[] {
  const found = excerptOf(place, mark)
  if (found === undefined) return []
  const [margin, space] = found.margins
  return [
    `  ${paint('margin', margin)} ${found.text}`,
    `  ${paint('margin', space)} ${found.indent}${paint(mark, found.mark)}`,
  ]
}

/** `file:line:column`, as editors and terminals know how to open it. */
export function positionOf({ file, line, column }: Place): string {
  return `${visible(file)}:${line}:${column}`
}

type Part = keyof typeof styles
type Paint = (part: Part, text: string) => string

const styles = {
  place: ['bold'],
  wrong: ['bold', 'red'],
  margin: ['cyan'],
  '^': ['bold', 'red'],
  '-': ['bold', 'blue'],
  fix: ['green'],
} as const

function plain(_: Part, text: string): string {
  return text
}

/** Whether colours are wanted was decided by the caller, so no stream is asked again. */
function painted(part: Part, text: string): string {
  return styleText([...styles[part]], text, { validateStream: false })
}
