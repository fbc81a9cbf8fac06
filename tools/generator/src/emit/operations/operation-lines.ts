/**
 * Operations as lines of text, of which an app carries a third of what a table would weigh. A line is a
 * path and its calls: `//instances G3-instances P4-instance`. It begins with one slash, and one more for
 * each segment that it shares with the path of the line before. A call is the letter of its method, the
 * place of what it needs in a list, and its id; `-` before the id stands for the method in small letters
 * and a dash, `:` for nothing.
 */
import { groupBy } from '../../collections/group-by.js'
import type { Operation } from '../../model/operation-model.js'

/** The letter of each method that the spec's schema knows. */
const letters: Readonly<Record<string, string>> = {
  GET: 'G',
  HEAD: 'H',
  POST: 'P',
  PUT: 'U',
  PATCH: 'A',
  DELETE: 'D',
}

/** The methods that the operations have, by their letters in the lines. */
export function methodsOf(operations: readonly Operation[]): readonly (readonly [string, string])[] {
  const used = new Set(operations.map(({ method }) => method))
  return Object.entries(letters)
    .filter(([method]) => used.has(method))
    .map(([method, letter]) => [letter, method])
}

/**
 * A line for each path.
 *
 * @param operations - those of one path stand together.
 * @param placeOf - the place of what an operation needs.
 */
export function linesOf(
  operations: readonly Operation[],
  placeOf: (operation: Operation) => number,
): readonly string[] {
  const lines: string[] = []
  let before: readonly string[] = []
  for (const [path, calls] of groupBy(operations, (operation) => operation.path)) {
    const segments = path.slice(1).split('/')
    const last = segments.length - 1
    const own = segments.findIndex((segment, place) => place === last || segment !== before[place])
    const words = calls.map((call) => `${letters[call.method]}${placeOf(call)}${idWord(call)}`)
    lines.push([`${'/'.repeat(own + 1)}${segments.slice(own).join('/')}`, ...words].join(' '))
    before = segments
  }
  return lines
}

function idWord({ id, method }: Operation): string {
  const usual = `${method.toLowerCase()}-`
  return id.startsWith(usual) ? `-${id.slice(usual.length)}` : `:${id}`
}
