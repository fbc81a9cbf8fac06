/** Scopes that include each other would be one scope with several names, and no set of them would be the smallest. */

import type { ScopesDocument } from '../../documents.js'
import { groupBy } from '../../group-by.js'
import type { Path } from '../../load/source.js'
import type { Complaint, Rule } from '../rule.js'

export const noIncludeCycle: Rule = ({ scopes }) => {
  if (scopes === undefined) return []
  const cycles = [
    ...cyclesOf(levelEdges(scopes)),
    ...cyclesOf([...familyEdges(scopes), ...singleEdges(scopes)]),
  ]
  const found = new Map(cycles.toReversed().map((cycle) => [JSON.stringify(cycle.path), cycle]))
  return [...found.values()].map(
    ({ path, round }): Complaint => ({
      part: 'scopes',
      path,
      at: 'value',
      wrong: `this closes a circle of includes: ${round.join(' → ')}`,
      fix: 'take one of these includes out',
    }),
  )
}

interface Edge {
  readonly from: string
  readonly to: string
  readonly path: Path
}

interface Cycle {
  readonly path: Path
  readonly round: readonly string[]
}

function levelEdges({ levels = {} }: ScopesDocument): Edge[] {
  return Object.entries(levels).flatMap(([id, { includes }]) =>
    edges(id, includes, ['levels', id, 'includes']),
  )
}

function familyEdges(document: ScopesDocument): Edge[] {
  return Object.entries(document.families ?? {}).flatMap(([family, { includes = {} }]) => [
    ...levelEdges(document).map(({ from, to, path }) => ({
      from: `${family}:${from}`,
      to: `${family}:${to}`,
      path,
    })),
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

/** Each edge that leads back to where a walk along the edges came from. */
function cyclesOf(all: readonly Edge[]): Cycle[] {
  const leaving = groupBy(all, ({ from }) => from)
  const done = new Set<string>()
  const cycles: Cycle[] = []
  const walk = (at: string, trail: readonly string[]): void => {
    for (const { to, path } of leaving.get(at) ?? []) {
      const start = trail.indexOf(to)
      if (start >= 0) cycles.push({ path, round: [...trail.slice(start), to] })
      else if (!done.has(to)) walk(to, [...trail, to])
    }
    done.add(at)
  }
  for (const from of leaving.keys()) {
    if (!done.has(from)) walk(from, [from])
  }
  return cycles
}
