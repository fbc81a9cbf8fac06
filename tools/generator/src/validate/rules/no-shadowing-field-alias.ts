/**
 * An old name of a parameter or field that is also the name of another would make one value count for two.
 */
import type { Path } from '../../load/source.js'
import type { Complaint, Rule, Spot } from '../rule.js'

export const noShadowingFieldAlias: Rule = ({ endpoints }) => [
  ...Object.entries(endpoints?.endpoints ?? {}).flatMap(([id, { parameters = {} }]) =>
    shadows(parameters, ['endpoints', id, 'parameters']),
  ),
  ...Object.entries(endpoints?.messages ?? {}).flatMap(([id, { fields }]) =>
    shadows(fields, ['messages', id, 'fields']),
  ),
]

type Named = Readonly<Record<string, { readonly aliases?: readonly string[] }>>

interface Owner extends Spot {
  readonly name: string
}

function shadows(table: Named, path: Path): Complaint[] {
  const owners = new Map(
    Object.keys(table).map((name): [string, Owner] => [
      name,
      { name, part: 'endpoints', path: [...path, name], at: 'key' },
    ]),
  )
  return Object.entries(table).flatMap(([name, { aliases = [] }]) =>
    aliases.flatMap((alias, index): Complaint[] => {
      const spot = { part: 'endpoints', path: [...path, name, 'aliases', index], at: 'value' } as const
      const owner = owners.get(alias)
      if (owner === undefined) {
        owners.set(alias, { name, ...spot })
        return []
      }
      const { name: other, ...place } = owner
      const isSame = other === name
      return [
        {
          ...spot,
          wrong: isSame
            ? `"${name}" is called "${alias}" anyhow`
            : `"${alias}" can't be another name of "${name}": it is a name of "${other}" already`,
          expected: 'names that each stand for one thing',
          fix: isSame ? 'take it out' : 'take it out of one of them',
          also: [{ ...place, says: 'it is one here' }],
        },
      ]
    }),
  )
}
