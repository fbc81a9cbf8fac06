/**
 * The map of a declaration file, led on from the code that it was made of to the spec that this was made of.
 */
import { addSegment, allMappings, fromMap, GenMapping, toEncodedMap } from '@jridgewell/gen-mapping'
import type { Place } from '../report/fault.js'
import { type DeclaredName, declaredNames, type Position } from './declared-names.js'

/**
 * The compiler's map with every name that a spec brought about leading to its place there; all else leads
 * where it led. The beginning and the end of each declaration lead there too: an editor maps both, and
 * shows what stands between.
 *
 * @param text the declaration file.
 * @param map its map as the compiler wrote it, or as this function did.
 * @param spec the path of the shipped spec, relative to the map.
 * @param placeOf where the spec says that there is a constant; nothing for one that it doesn't speak of.
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
    if (source === undefined || source === spec || taken.has(keyOf(from))) continue
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

function steps({ start, name, end }: DeclaredName, { line, column, width }: Place): readonly Step[] {
  const key = { line: line - 1, column: column - 1 }
  return [
    { from: start, to: key },
    // A declaration may begin with its name.
    ...(keyOf(start) === keyOf(name) ? [] : [{ from: name, to: key }]),
    { from: end, to: { line: key.line, column: key.column + width } },
  ]
}

function keyOf({ line, column }: Position): string {
  return `${line}:${column}`
}
