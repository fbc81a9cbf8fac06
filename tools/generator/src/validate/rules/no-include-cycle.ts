/**
 * Scopes that include each other would be one scope with several names, and no set of
 * them would be the smallest.
 */

import { groupBy } from '../../collections/group-by.js'
import type { Path } from '../../load/source.js'
import type { ScopesDocument } from '../../spec/scopes-document.js'
import type { Complaint, Rule } from '../rule.js'

export const noIncludeCycle: Rule = ({ scopes }) => {
  if (scopes === undefined) return []
  const cycles = [
    ...cyclesOf(levelEdges(scopes)),
    ...cyclesOf([...familyEdges(scopes), ...singleEdges(scopes)]),
  ]
  const found = new Map(cycles.toReversed().map((cycle) => [JSON.stringify(cycle.at(-1)?.path), cycle]))
  return [...found.values()].flatMap(complaint)
}

/** One step from a scope to one that it includes. */
interface Edge {
  readonly from: string
  readonly to: string
  readonly path: Path
}

/** Edges that lead round, the last of them back to where the first began. */
type Cycle = readonly Edge[]

function complaint(cycle: Cycle): Complaint[] {
  const last = cycle.at(-1)
  if (last === undefined) return []
  const round = [...cycle.map(({ from }) => from), last.to]
  return [
    {
      part: 'scopes',
      path: last.path,
      at: 'value',
      wrong: `this closes a circle of includes: ${inShort(round).join(' → ')}`,
      expected: 'includes that never lead back to where they began',
      fix: 'take one of these includes out',
      also: cycle.slice(0, Math.min(cycle.length - 1, FEW)).map(({ from, to, path }) => ({
        part: 'scopes',
        path,
        at: 'value',
        says: `"${from}" includes "${to}"`,
      })),
    },
  ]
}

/** A long round is cut in the middle. */
function inShort(round: readonly string[]): readonly string[] {
  return round.length <= FEW + 2 ? round : [...round.slice(0, FEW), '…', ...round.slice(-2)]
}

const FEW = 9

function levelEdges({ levels = {} }: ScopesDocument): Edge[] {
  return Object.entries(levels).flatMap(([id, { includes }]) =>
    edges(id, includes, ['levels', id, 'includes']),
  )
}

function familyEdges(document: ScopesDocument): Edge[] {
  const ladder = levelEdges(document)
  return Object.entries(document.families ?? {}).flatMap(([family, { includes = {} }]) => [
    ...ladder.map(({ from, to, path }) => ({ from: `${family}:${from}`, to: `${family}:${to}`, path })),
    ...Object.entries(includes).flatMap(([level, scopes]) =>
      edges(`${family}:${level}`, scopes, ['families', family, 'includes', level]),
    ),
  ])
}

function singleEdges({ scopes = {} }: ScopesDocument): Edge[] {
  return Object.entries(scopes).flatMap(([id, { includes }]) =>
    edges(id, includes, ['scopes', id, 'includes']),
  )
}

function edges(from: string, includes: readonly string[] = [], path: Path): Edge[] {
  return includes.map((to, index) => ({ from, to, path: [...path, index] }))
}

/** Each edge that leads back to where a walk along the edges came from. No edge is walked twice. */
function cyclesOf(all: readonly Edge[]): Cycle[] {
  const leaving = groupBy(all, ({ from }) => from)
  const cycles: Cycle[] = []
  const done = new Set<string>()
  for (const start of leaving.keys()) if (!done.has(start)) walkFrom(start, leaving, done, cycles)
  return cycles
}

/** Not by recursion: a chain of includes may be as long as the spec. */
function walkFrom(
  start: string,
  leaving: ReadonlyMap<string, readonly Edge[]>,
  done: Set<string>,
  cycles: Cycle[],
): void {
  const trail: Edge[] = []
  const depths = new Map([[start, 0]])
  const left = [{ at: start, edges: (leaving.get(start) ?? []).values() }]
  for (let step = left.at(-1); step !== undefined; step = left.at(-1)) {
    const { value: edge } = step.edges.next()
    if (edge === undefined) {
      done.add(step.at)
      depths.delete(step.at)
      left.pop()
      trail.pop()
      continue
    }
    const depth = depths.get(edge.to)
    if (depth !== undefined) cycles.push([...trail.slice(depth), edge])
    if (depth !== undefined || done.has(edge.to)) continue
    depths.set(edge.to, left.length)
    trail.push(edge)
    left.push({ at: edge.to, edges: (leaving.get(edge.to) ?? []).values() })
  }
}
