/** An old family's scopes are those of the family that it went into, so that one must be there. */
import { chooseFrom } from '../../report/nearest.js'
import type { Complaint, Rule } from '../rule.js'

export const noFoldIntoUnknownFamily: Rule = ({ scopes }) => {
  const known = Object.keys(scopes?.families ?? {})
  return Object.entries(scopes?.folded ?? {})
    .filter(([, { into }]) => !known.includes(into))
    .map(
      ([id, { into }]): Complaint => ({
        part: 'scopes',
        path: ['folded', id, 'into'],
        at: 'value',
        wrong: `there is no family "${into}"`,
        fix: chooseFrom(into, known),
      }),
    )
}
