/** An old name of a parameter or field that is also the name of another would make one value count for two. */
import type { Path } from '../../load/source.js'
import type { Complaint, Rule } from '../rule.js'

export const noShadowingFieldAlias: Rule = ({ endpoints }) => [
  ...Object.entries(endpoints?.endpoints ?? {}).flatMap(([id, { parameters = {} }]) =>
    shadows(parameters, ['endpoints', id, 'parameters']),
  ),
  ...Object.entries(endpoints?.messages ?? {}).flatMap(([id, { fields }]) =>
    shadows(fields, ['messages', id, 'fields']),
  ),
]

type Named = Readonly<Record<string, { readonly aliases?: readonly string[] }>>

function shadows(table: Named, path: Path): Complaint[] {
  const owners = new Map(Object.keys(table).map((name) => [name, name]))
  return Object.entries(table).flatMap(([name, { aliases = [] }]) =>
    aliases.flatMap((alias, index): Complaint[] => {
      const owner = owners.get(alias)
      owners.set(alias, owner ?? name)
      if (owner === undefined) return []
      const wrong = `"${alias}" can't be another name of "${name}": it is a name of "${owner}" already`
      const at = [...path, name, 'aliases', index]
      return [{ part: 'endpoints', path: at, at: 'value', wrong, fix: 'take it out of one of them' }]
    }),
  )
}
