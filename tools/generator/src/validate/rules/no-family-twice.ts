/**
 * A family that is both one of today and a former one would be two things: what it was would hide what it is.
 */
import type { Complaint, Rule } from '../rule.js'

export const noFamilyTwice: Rule = ({ scopes }) => {
  const { families = {}, folded = {} } = scopes ?? {}
  return Object.entries(folded)
    .filter(([id]) => Object.hasOwn(families, id))
    .map(
      ([id, { into }]): Complaint => ({
        part: 'scopes',
        path: ['folded', id],
        at: 'key',
        wrong: `"${id}" is a family of today, so it can't be a former one`,
        expected: 'each family either under "families" or under "folded"',
        fix: `take it out here, or, if it went into "${into}", take it out of "families"`,
        also: [{ part: 'scopes', path: ['families', id], at: 'key', says: 'the family stands here' }],
      }),
    )
}
