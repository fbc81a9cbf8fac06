import type { Import } from './declarations.js'
import { quoted } from './literals.js'

const WIDTH = 110

/** The import statements of a module, sorted as the formatter sorts them: packages before paths. */
export function importLines(imports: readonly Import[]): string[] {
  return imports
    .filter(({ names }) => names.length > 0)
    .toSorted(byDistance)
    .map(importLine)
}

function importLine({ from, names, typeOnly }: Import): string {
  const keyword = typeOnly === true ? 'import type' : 'import'
  const sorted = names.toSorted(byName)
  const line = `${keyword} { ${sorted.join(', ')} } from ${quoted(from)}`
  if (line.length <= WIDTH) return line
  return `${keyword} {\n${sorted.map((name) => `  ${name},\n`).join('')}} from ${quoted(from)}`
}

function byDistance({ from: one }: Import, { from: other }: Import): number {
  return distance(other) - distance(one) || (one < other ? -1 : 1)
}

/** 0 for a package, 1 for `./`, 2 for `../`: nearer comes later. */
function distance(from: string): number {
  if (!from.startsWith('.')) return Infinity
  return from.split('../').length
}

/** Letters in the order of the alphabet whatever their case, upper case first where only that differs. */
function byName(one: string, other: string): number {
  const [left, right] = [one.replace(/^type /, ''), other.replace(/^type /, '')]
  const [low, high] = [left.toLowerCase(), right.toLowerCase()]
  if (low !== high) return low < high ? -1 : 1
  return left < right ? -1 : 1
}
