/** Where many operations need scopes of families that are declared nowhere, the file that lacks these is told, not each need. */
import { KnownScopes } from '../names/declared-scopes.js'
import type { Complaint, Rule } from '../rule.js'

export const noMissingFamily: Rule = ({ scopes, operations }): readonly Complaint[] => {
  if (scopes === undefined) return []
  const { missing } = new KnownScopes(scopes, operations)
  const names = [...missing.keys()]
  const places = [...missing.values()].flat()
  const [first] = places
  if (first === undefined) return []
  const last = Object.keys(scopes.families ?? {}).at(-1)
  const section = scopes.families === undefined ? 'levels' : 'families'
  const what =
    names.length === 1
      ? `the family "${names[0]}", which is not declared`
      : `${names.length} families that are not declared`
  return [
    {
      part: 'scopes',
      path: [section],
      at: 'key',
      lackedBy: ['scopes', 'families'],
      wrong: `${places.length} places name ${what}: does the file end too early?`,
      expected: `${names.length === 1 ? 'a family' : 'families'} that the file lacks: ${few(names)}`,
      fix: 'put back what is gone from it, and declare what is new',
      also: [
        ...(last === undefined
          ? []
          : [
              {
                part: 'scopes',
                path: ['families', last],
                at: 'key',
                says: 'the last that is declared',
              } as const,
            ]),
        { ...first, says: 'the first of these places' },
      ],
    },
  ]
}

function few(names: readonly string[]): string {
  return [...names.slice(0, FEW), ...(names.length > FEW ? ['…'] : [])].join(', ')
}

/** So many are enough to know what is gone. */
const FEW = 20
