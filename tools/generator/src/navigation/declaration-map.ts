/**
 * The map of a declaration file, led on from the code that it was made of to the spec that this was made of.
 */
import { addSegment, allMappings, fromMap, GenMapping, toEncodedMap } from '@jridgewell/gen-mapping'
import type { Place } from '../report/fault.js'
import { type DeclaredName, declaredNames, type Position } from './declared-names.js'

/**
 * The compiler's map with every name that a spec brought about leading to its place there; all else leads
 * where it led. The beginnings and the ends of each declaration and of its name lead there: an editor maps all
 * four, shows what stands between the outer ones and marks what stands between the inner ones.
 *
 * @param text - the declaration file.
 * @param map - its map as the compiler wrote it, or as this function did.
 * @param spec - the path of the spec, relative to the map.
 * @param placeOf - where the spec says that there is a constant; nothing for one that it doesn't speak of.
 */
export function declarationMap(
  text: string,
  map: string,
  spec: string,
  placeOf: (constant: string) => Place | undefined,
): string {
  const before = fromMap(map)
  const led = declaredNames(text).flatMap((declared) => {
    const place = placeOf(declared.constant)
    return place === undefined ? [] : steps(declared, place)
  })
  const taken = new Set(led.map(({ from }) => keyOf(from)))
  const after = new GenMapping({ file: before.file ?? null })
  for (const { generated, source, original } of allMappings(before)) {
    const from = { line: generated.line - 1, column: generated.column }
    // What doesn't lead to code led to a spec before.
    if (!source?.endsWith('.ts') || taken.has(keyOf(from))) continue
    addSegment(after, from.line, from.column, source, original.line - 1, original.column)
  }
  for (const { from, to } of led) addSegment(after, from.line, from.column, spec, to.line, to.column)
  return JSON.stringify(toEncodedMap(after))
}

/** A position in the declarations, and the one in the spec that it leads to. */
interface Step {
  readonly from: Position
  readonly to: Position
}

function steps({ whole, name }: DeclaredName, { line, column, width }: Place): readonly Step[] {
  const start = { line: line - 1, column: column - 1 }
  const end = { line: start.line, column: start.column + width }
  const all: readonly Step[] = [
    { from: whole.start, to: start },
    { from: name.start, to: start },
    { from: name.end, to: end },
    { from: whole.end, to: end },
  ]
  // A declaration may begin with its name.
  return [...new Map(all.map((step) => [keyOf(step.from), step])).values()]
}

function keyOf({ line, column }: Position): string {
  return `${line}:${column}`
}
