/**
 * A retired level that the family doesn't have retires nothing, and looks as if the scope were still read.
 */
import type { Complaint, Rule } from '../rule.js'

export const noIdleRetirement: Rule = ({ scopes }) =>
  Object.entries(scopes?.families ?? {}).flatMap(([id, { levels, retired }]) =>
    (retired?.levels ?? []).flatMap((level, index): Complaint[] => {
      if (!Object.hasOwn(scopes?.levels ?? {}, level) || (levels?.includes(level) ?? true)) return []
      return [
        {
          part: 'scopes',
          path: ['families', id, 'retired', 'levels', index],
          at: 'value',
          wrong: `"${id}" does not have the level "${level}", so there is nothing to retire`,
          expected: `one of its levels: ${levels?.join(', ')}`,
          fix: 'add it to the levels of the family, or take it out here',
        },
      ]
    }),
  )
