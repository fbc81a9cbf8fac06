import type { EndpointModel, ErrorCode } from '../../model/endpoint-model.js'
import type { Model } from '../../model/model.js'
import {
  code,
  type Expression,
  list,
  type Member,
  object,
  spreadObject,
  text,
} from '../typescript/declarations.js'
import { requestsOf } from '../wire/messages.js'
import { answerOf, flagsOf, namesOf, tableMember } from './members.js'

/** One request that the server answers: how it is recognised, read and refused. */
export function endpointValue(endpoint: EndpointModel, { endpoints, messages, errors }: Model): Expression {
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

/**
 * The provider's own words for the RFC's error codes, as far as the endpoint says them; of several the first.
 */
function ownNames({ errors }: EndpointModel, all: readonly ErrorCode[]): readonly Member[] {
  const names = new Map<string, string>()
  for (const own of errors) {
    const means = all.find(({ code: known }) => known === own)?.means
    if (means !== undefined && !names.has(means)) names.set(means, own)
  }
  return [...names].map(([name, own]) => ({ name, value: text(own) }))
}

/** What tells a request from others under the same method and path; nothing where it stands there alone. */
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
