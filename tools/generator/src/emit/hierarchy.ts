import { allScopes, type ScopeModel } from '../model/scope-model.js'
import type { Emitter } from './output.js'
import { prose } from './prose.js'
import { code, type Expression, list, object, spreadObject, text } from './typescript/declarations.js'

/** What the scopes mean, as data for the algebra. */
export const hierarchy: Emitter = ({ provider, scopes }, { client }) => [
  {
    path: `${client.folder}/hierarchy.ts`,
    from: ['scopes'],
    content: {
      imports: [{ from: client.hierarchy, names: ['ScopeHierarchy'], typeOnly: true }],
      declarations: [
        {
          kind: 'constant',
          name: 'hierarchy',
          docs: `What ${prose(provider.name)}'s scopes include, and how they are written.`,
          type: 'ScopeHierarchy',
          value: hierarchyValue(scopes),
        },
      ],
    },
  },
]

function hierarchyValue(scopes: ScopeModel): Expression {
  const includes = allScopes(scopes).map(({ text: name, includes: below }) => ({
    name,
    value: list(below.map(text)),
  }))
  const aliases = scopes.aliases.map(([name, scope]) => ({ name, value: text(scope) }))
  const { read, write } = scopes.separators
  return spreadObject([
    { name: 'includes', value: spreadObject(includes) },
    { name: 'aliases', value: spreadObject(aliases) },
    { name: 'wildcard', value: scopes.wildcard ? text(scopes.wildcard.scope) : code('undefined') },
    {
      name: 'separators',
      value: object([
        { name: 'read', value: text(read) },
        { name: 'write', value: text(write) },
      ]),
    },
    { name: 'ignoreCase', value: code(String(scopes.ignoreCase)) },
  ])
}
