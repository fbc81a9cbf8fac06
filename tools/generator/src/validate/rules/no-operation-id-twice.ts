/** An operation's id is how tests and messages name it, so it must name one. */
import { groupBy } from '../../group-by.js'
import type { Rule } from '../rule.js'

export const noOperationIdTwice: Rule = ({ operations }) => {
  const byId = groupBy(Object.entries(operations?.operations ?? {}), ([, { id }]) => id)
  return [...byId].flatMap(([id, [first, ...others]]) =>
    others.map(([key]) => ({
      part: 'operations',
      path: ['operations', key, 'id'],
      at: 'value',
      wrong: `"${id}" is already the id of ${first?.[0]}`,
      fix: 'give one of them another id',
    })),
  )
}
