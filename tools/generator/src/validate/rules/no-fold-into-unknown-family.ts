/** An old family's scopes are those of the family that it went into, so that one must be there. */
import { own } from '../../collections/own.js'
import { chooseFrom } from '../../report/nearest.js'
import { KnownScopes } from '../names/declared-scopes.js'
import { misspeltFamilies } from '../names/misspelt-names.js'
import type { Complaint, Rule } from '../rule.js'

export const noFoldIntoUnknownFamily: Rule = ({ scopes, operations }) => {
  const { families = {}, folded = {} } = scopes ?? {}
  const known = Object.keys(families)
  const names = new Set(known)
  const misspelt = scopes ? misspeltFamilies(scopes, operations) : new Map()
  const declared = scopes && new KnownScopes(scopes, operations)
  return Object.entries(folded)
    .filter(([, { into }]) => !names.has(into) && !misspelt.has(into) && !declared?.missing.has(into))
    .map(([id, { into }]): Complaint => {
      const spot = { part: 'scopes', path: ['folded', id, 'into'], at: 'value' } as const
      const other = own(folded, into)
      if (other === undefined)
        return {
          ...spot,
          lackedBy: ['scopes', 'families'],
          wrong: `there is no family "${into}"`,
          ...chooseFrom(into, known),
        }
      return {
        ...spot,
        wrong: `"${into}" is a former family itself`,
        expected: 'a family of today',
        ...(names.has(other.into) && { suggestion: other.into }),
        fix: names.has(other.into) ? `write "${other.into}", which it went into` : 'write a family of today',
        also: [
          { part: 'scopes', path: ['folded', into], at: 'key', says: `"${into}" went into "${other.into}"` },
        ],
      }
    })
}
