import { allScopes, type Scope } from '../../model/scope-model.js'
import type { Emitter } from '../output.js'
import { quoted } from '../typescript/literals.js'

const NAME = 'ScopeCovers'

/**
 * What each scope covers, for the compiler. An entry names what a scope includes directly and refers to
 * the entries of those: the file stays as long as the spec, and the compiler follows a scope without
 * going through the others.
 */
export const scopeCovers: Emitter = ({ scopes: model }, { client }) => {
  const { wildcard } = model
  const entries = allScopes(model).map((scope) => ({ name: scope.text, members: coveredBy(scope) }))
  const everything = wildcard === undefined ? [] : [{ name: wildcard.scope, members: ['OAuthScope'] }]
  return [
    {
      path: `${client.folder}/scope-covers.ts`,
      from: ['scopes'],
      content: {
        imports:
          wildcard === undefined ? [] : [{ from: './scopes.js', names: ['OAuthScope'], typeOnly: true }],
        declarations: [
          {
            kind: 'type-map',
            name: NAME,
            docs: 'Each scope with all that it covers, itself too.',
            entries: [...entries, ...everything],
          },
        ],
      },
    },
  ]
}

function coveredBy({ text, includes }: Scope): string[] {
  return [quoted(text), ...includes.map((below) => `${NAME}[${quoted(below)}]`)]
}
