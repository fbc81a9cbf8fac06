/** An operation's id is how tests and messages name it, so it must name one. */
import { groupBy } from '../../collections/group-by.js'
import type { Complaint, Rule } from '../rule.js'

export const noOperationIdTwice: Rule = ({ operations }) => {
  const byId = groupBy(Object.entries(operations?.operations ?? {}), ([, { id }]) => id)
  return [...byId].flatMap(([id, [first, ...others]]) =>
    others.map(
      ([key]): Complaint => ({
        part: 'operations',
        path: ['operations', key, 'id'],
        at: 'value',
        wrong: `"${id}" is already the id of ${first?.[0]}`,
        expected: 'an id for each operation',
        fix: 'give one of them another id',
        also: [
          {
            part: 'operations',
            path: ['operations', first?.[0] ?? key, 'id'],
            at: 'value',
            says: 'the first stands here',
          },
        ],
      }),
    ),
  )
}
