import {
  type EndpointModel,
  type ErrorCode,
  isSlot,
  type Message,
  type Parameter,
  type Slot,
  secretNames,
} from '../model/endpoint-model.js'
import type { Model } from '../model/model.js'
import { allScopes, type ScopeModel } from '../model/scope-model.js'
import type { Template } from '../spec/endpoints-document.js'
import { requestsOf } from './messages.js'
import type { Emitter } from './output.js'
import { prose } from './prose.js'
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

function number(name: string, value: number): Member {
  return { name, value: code(String(value)) }
}

/** What a consent page says of each scope. Retired ones are marked: who still asks for one is told what it is. */
function scopeTexts(scopes: ScopeModel): Expression[] {
  const { wildcard } = scopes
  const everything = wildcard ? [{ ...wildcard, text: wildcard.scope, retired: undefined }] : []
  return [...allScopes(scopes), ...everything].map((scope) =>
    object([
      { name: 'scope', value: text(scope.text) },
      { name: 'title', value: text(scope.title) },
      { name: 'description', value: text(scope.description) },
      ...(scope.retired === undefined ? [] : [{ name: 'retired', value: code('true') }]),
    ]),
  )
}

function endpointValue(endpoint: EndpointModel, { endpoints, messages, errors }: Model): Expression {
  const { name, method, path, authentication, parameters, answer } = endpoint
  const [request] = requestsOf([endpoint])
  const selector = selectorOf(endpoint, endpoints)
  return spreadObject([
    { name: 'name', value: text(name) },
    { name: 'method', value: text(method) },
    { name: 'path', value: text(path) },
    ...(selector === undefined ? [] : [{ name: 'selector', value: selector }]),
    { name: 'parameters', value: list(parameters.flatMap(namesOf).map(text)) },
    { name: 'decode', value: code(request === undefined ? '() => ({})' : `decode${request.type}`) },
    ...(authentication === 'body' ? [] : [{ name: 'authentication', value: text(authentication) }]),
    ...(answer.kind === 'page' ? [{ name: 'location', value: text(answer.location) }] : []),
    ...tableMember('flags', flagsOf(answerOf(endpoint, messages))),
    ...tableMember('errorNames', ownNames(endpoint, errors)),
  ])
}

/** An object that is left out where there is nothing in it. */
function tableMember(name: string, members: readonly Member[]): readonly Member[] {
  return members.length === 0 ? [] : [{ name, value: object(members) }]
}

function answerOf({ answer }: EndpointModel, messages: readonly Message[]): Message | undefined {
  return messages.find(({ name }) => answer.kind === 'status' && name === answer.message)
}

/** What an answer always says of itself, so that it can be told from another under the same status. */
function flagsOf(message: Message | undefined): readonly Member[] {
  return (message?.fields ?? []).flatMap(({ wireName, value }) =>
    value.type === 'flag' ? [{ name: wireName, value: code(String(value.is)) }] : [],
  )
}

/** The provider's own words for the RFC's error codes, as far as the endpoint says them; of several the first. */
function ownNames({ errors }: EndpointModel, all: readonly ErrorCode[]): readonly Member[] {
  const names = new Map<string, string>()
  for (const own of errors) {
    const means = all.find(({ code: known }) => known === own)?.means
    if (means !== undefined && !names.has(means)) names.set(means, own)
  }
  return [...names].map(([name, own]) => ({ name, value: text(own) }))
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

/** How an answer that is no redirect tells of tokens and scopes, where it is not as RFC 6749 §5.1 has it. */
function tokenResponseValue({ endpoints, messages, scopes }: Model): Expression {
  const fields = endpoints.flatMap((endpoint) => answerOf(endpoint, messages)?.fields ?? [])
  const granted = fields.find(({ value, within }) => value.type === 'scopes' && within === undefined)
  const tokenType = tokenTypeIn(fields, undefined)
  const userToken = fields.find(({ wireName, within }) => wireName === 'access_token' && within !== undefined)
  const { write, answer } = scopes.separators
  return object([
    { name: 'scopes', value: list((granted === undefined ? [] : namesOf(granted)).map(text)) },
    ...(answer === write ? [] : [{ name: 'separator', value: text(answer) }]),
    ...(tokenType === 'bearer' ? [] : [{ name: 'type', value: text(tokenType) }]),
    ...(userToken?.within === undefined
      ? []
      : [{ name: 'userToken', value: userTokenValue(userToken.within, fields) }]),
  ])
}

function userTokenValue(place: string, fields: readonly Slot[]): Expression {
  return object([
    { name: 'within', value: text(place) },
    { name: 'type', value: text(tokenTypeIn(fields, place)) },
  ])
}

/** The `token_type` of an answer or of an object in it: the first that is known. */
function tokenTypeIn(fields: readonly Slot[], place: string | undefined): string {
  const type = fields.find(({ wireName, within }) => wireName === 'token_type' && within === place)
  return (type?.value.type === 'enum' ? type.value.values[0] : undefined) ?? 'bearer'
}

/** How a refusal is worded, where it is not as RFC 6749 §5.2 has it. */
function errorResponseMembers(messages: readonly Message[]): readonly Member[] {
  const message = messages.find(({ name }) => name === 'ErrorResponse')
  const flags = tableMember('flags', flagsOf(message))
  const described = message?.fields.some(({ wireName }) => wireName === 'error_description') ?? true
  if (flags.length === 0 && described) return []
  return [
    {
      name: 'errorResponse',
      value: object([...flags, { name: 'described', value: code(String(described)) }]),
    },
  ]
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
    { name: 'refusal', value: literal(api.refusal) },
    { name: 'errors', value: spreadObject(errors) },
  ])
}

function literal(part: Template): Expression {
  if (typeof part === 'string') return text(part)
  if (typeof part === 'boolean') return code(String(part))
  if (isList(part)) return list(part.map(literal))
  return object(Object.entries(part).map(([name, value]) => ({ name, value: literal(value) })))
}

function isList(part: Template): part is readonly Template[] {
  return Array.isArray(part)
}
