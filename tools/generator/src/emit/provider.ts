import { type EndpointModel, isSlot, type Message, type Parameter } from '../model/endpoint-model.js'
import type { Model } from '../model/model.js'
import { allScopes, type ScopeModel } from '../model/scope-model.js'
import { requestsOf } from './messages.js'
import type { Emitter } from './output.js'
import {
  code,
  type Expression,
  list,
  type Member,
  object,
  spreadObject,
  text,
} from './typescript/declarations.js'

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
          docs: `${model.provider.name}: what a server that plays it must know.`,
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
      value: list(model.endpoints.map((endpoint) => endpointValue(endpoint, model.endpoints))),
    },
    { name: 'tokenResponse', value: object([{ name: 'scopes', value: list(scopeFields(model).map(text)) }]) },
    {
      name: 'errors',
      value: spreadObject(model.errors.map(({ code: name, status }) => number(name, status))),
    },
    { name: 'credentials', value: object(credentials.map(([name, length]) => number(name, length))) },
    { name: 'lifetimes', value: object(lifetimes.map(([name, seconds]) => number(name, seconds))) },
    { name: 'api', value: apiValue(model) },
  ])
}

function number(name: string, value: number): Member {
  return { name, value: code(String(value)) }
}

/** What a consent page offers: retired scopes are not among it. */
function scopeTexts(scopes: ScopeModel): Expression[] {
  const offered = allScopes(scopes).filter(({ retired }) => retired === undefined)
  const all = scopes.wildcard ? [...offered, { ...scopes.wildcard, text: scopes.wildcard.scope }] : offered
  return all.map((scope) =>
    object([
      { name: 'scope', value: text(scope.text) },
      { name: 'title', value: text(scope.title) },
      { name: 'description', value: text(scope.description) },
    ]),
  )
}

function endpointValue(endpoint: EndpointModel, all: readonly EndpointModel[]): Expression {
  const { name, method, path, parameters } = endpoint
  const [request] = requestsOf([endpoint])
  const selector = selectorOf(endpoint, all)
  return spreadObject([
    { name: 'name', value: text(name) },
    { name: 'method', value: text(method) },
    { name: 'path', value: text(path) },
    ...(selector === undefined ? [] : [{ name: 'selector', value: selector }]),
    { name: 'parameters', value: list(parameters.flatMap(namesOf).map(text)) },
    { name: 'secrets', value: list(parameters.filter(isSecret).flatMap(namesOf).map(text)) },
    { name: 'decode', value: code(request === undefined ? '() => undefined' : `decode${request.type}`) },
  ])
}

function selectorOf(
  { method, path, parameters }: EndpointModel,
  all: readonly EndpointModel[],
): Expression | undefined {
  const sharing = all.filter((other) => other.method === method && other.path === path)
  const constant = parameters.find((parameter) => parameter.kind === 'constant')
  if (sharing.length < 2 || constant === undefined) return undefined
  return object([
    { name: 'parameter', value: text(constant.wireName) },
    { name: 'value', value: text(constant.value) },
    { name: 'assumed', value: code(String(constant.assumed)) },
  ])
}

function namesOf(parameter: Parameter): readonly string[] {
  return isSlot(parameter) ? [parameter.wireName, ...parameter.aliases] : [parameter.wireName]
}

function isSecret(parameter: Parameter): boolean {
  return isSlot(parameter) && parameter.secret
}

/** The names under which an answer that is no redirect tells the granted scopes. */
function scopeFields({ endpoints, messages }: Model): readonly string[] {
  const answered = endpoints.flatMap(({ answer }) => (answer.kind === 'status' ? [answer.message] : []))
  const fields = messages
    .filter(({ name }: Message) => answered.includes(name))
    .flatMap((message) => message.fields)
  const scopes = fields.find(({ value }) => value.type === 'scopes')
  return scopes === undefined ? [] : namesOf(scopes)
}

function apiValue({ api }: Model): Expression {
  const errors = api.errors.map(({ name, status, reason }) => ({
    name,
    value: object([number('status', status), { name: 'reason', value: text(reason) }]),
  }))
  return spreadObject([
    { name: 'basePath', value: text(api.basePath) },
    { name: 'operations', value: code('operations') },
    {
      name: 'headers',
      value: object([
        { name: 'granted', value: text(api.headers.granted) },
        { name: 'accepted', value: text(api.headers.accepted) },
      ]),
    },
    { name: 'errors', value: spreadObject(errors) },
  ])
}
