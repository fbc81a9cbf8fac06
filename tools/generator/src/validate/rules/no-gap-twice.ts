/**
 * What fills a gap of a path is told by the gap's name: where two have one name, neither
 * can be filled by itself.
 */
import type { Complaint, Rule } from '../rule.js'

export const noGapTwice: Rule = ({ operations }) =>
  Object.keys(operations?.operations ?? {}).flatMap((key): readonly Complaint[] => {
    const gaps: readonly string[] = key.match(/\{[^}]*\}/g) ?? []
    const twice = gaps.find((gap, at) => gaps.indexOf(gap) < at)
    if (twice === undefined) return []
    return [
      {
        part: 'operations',
        path: ['operations', key],
        at: 'key',
        wrong: `"${twice}" stands more than once in this path`,
        expected: 'another name for each gap',
        fix: 'rename all of them but one',
      },
    ]
  })
