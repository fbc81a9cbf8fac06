import { allScopes, type ScopeModel } from '../../model/scope-model.js'
import type { Emitter } from '../output.js'
import { list, type Member, spreadObject, text } from '../typescript/declarations.js'
import { prose } from '../words/prose.js'

/** The words for each scope, in a module of their own: only an app that shows them loads them. */
export const scopeTexts: Emitter = ({ provider, scopes }, { client }) => [
  {
    path: `${client.folder}/scope-texts.ts`,
    from: ['scopes'],
    content: {
      imports: [],
      declarations: [
        {
          kind: 'constant',
          name: 'scopeTexts',
          docs:
            `The title of each of ${prose(provider.name)}'s scopes and the sentence that says what it allows; of a retired one ` +
            'also the version of the API document that took it away.',
          type: 'Readonly<Record<string, readonly [string, string, string?]>>',
          value: spreadObject(members(scopes)),
        },
      ],
    },
  },
]

function members(scopes: ScopeModel): Member[] {
  const known = allScopes(scopes).map(({ text: name, title, description, retired }) => ({
    name,
    value: list([title, description, ...(retired ? [retired.removed] : [])].map(text)),
  }))
  if (scopes.wildcard === undefined) return known
  const { scope, title, description } = scopes.wildcard
  return [...known, { name: scope, value: list([title, description].map(text)) }]
}
