/**
 * Two operations whose paths differ in the names of their gaps only are one: whichever
 * comes first would answer.
 */
import { groupBy } from '../../collections/group-by.js'
import { withoutGapNames } from '../../spec/gaps.js'
import type { Complaint, Rule } from '../rule.js'

export const noOperationTwice: Rule = ({ operations }) => {
  const byShape = groupBy(Object.keys(operations?.operations ?? {}), withoutGapNames)
  return [...byShape.values()].flatMap(([first, ...others]) =>
    others.map(
      (key): Complaint => ({
        part: 'operations',
        path: ['operations', key],
        at: 'key',
        wrong: `this is the same operation as "${first}"`,
        expected: 'paths that differ in more than the names of their gaps',
        fix: 'keep one of the two',
        also: [
          {
            part: 'operations',
            path: ['operations', first ?? key],
            at: 'key',
            says: 'the first stands here',
          },
        ],
      }),
    ),
  )
}
