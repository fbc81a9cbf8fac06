import { secretNames } from '../../model/endpoint-model.js'
import type { Model } from '../../model/model.js'
import { allScopes, type ScopeModel } from '../../model/scope-model.js'
import type { Emitter } from '../output.js'
import { code, type Expression, list, object, spreadObject, text } from '../typescript/declarations.js'
import { requestsOf } from '../wire/messages.js'
import { prose } from '../words/prose.js'
import { apiValue } from './api-value.js'
import { endpointValue } from './endpoint-value.js'
import { number } from './members.js'
import { errorResponseMembers, tokenResponseValue } from './response-values.js'

/** The provider as one value, for a server that plays it. */
export const provider: Emitter = (model, { server }) => [
  {
    path: `${server.folder}/provider.ts`,
    from: ['endpoints', 'scopes'],
    content: {
      imports: [
        { from: server.scopes, names: ['hierarchy'] },
        { from: server.provider, names: ['Provider'], typeOnly: true },
        { from: './operations.js', names: ['operations'] },
        { from: './requests.js', names: requestsOf(model.endpoints).map(({ type }) => `decode${type}`) },
      ],
      declarations: [
        {
          kind: 'constant',
          name: model.provider.constant,
          docs: `${prose(model.provider.name)}: what a server that plays it must know.`,
          type: 'Provider',
          value: providerValue(model),
        },
      ],
    },
  },
]

function providerValue(model: Model): Expression {
  const { credentials, lifetimes } = model.provider
  return spreadObject([
    { name: 'name', value: text(model.provider.name) },
    { name: 'hierarchy', value: code('hierarchy') },
    { name: 'scopes', value: list(scopeTexts(model.scopes)) },
    {
      name: 'endpoints',
      value: list(model.endpoints.map((endpoint) => endpointValue(endpoint, model))),
    },
    {
      name: 'secretParameters',
      value: list(secretNames(model.endpoints, model.messages).map(text)),
    },
    { name: 'tokenResponse', value: tokenResponseValue(model) },
    ...errorResponseMembers(model.messages),
    {
      name: 'errors',
      value: spreadObject(model.errors.map(({ code: name, status }) => number(name, status))),
    },
    { name: 'credentials', value: object(credentials.map(([name, length]) => number(name, length))) },
    { name: 'lifetimes', value: object(lifetimes.map(([name, seconds]) => number(name, seconds))) },
    { name: 'api', value: apiValue(model) },
  ])
}

/** What a consent page says of each scope, retired ones too: who still asks for one is told what it is. */
function scopeTexts(scopes: ScopeModel): Expression[] {
  const { wildcard } = scopes
  const everything = wildcard ? [{ ...wildcard, text: wildcard.scope }] : []
  return [...allScopes(scopes), ...everything].map((scope) =>
    object([
      { name: 'scope', value: text(scope.text) },
      { name: 'title', value: text(scope.title) },
      { name: 'description', value: text(scope.description) },
    ]),
  )
}
