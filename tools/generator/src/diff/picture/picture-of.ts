/** From the model of a spec to its picture. */
import type { Table } from '../../collections/table.js'
import type { Answer, EndpointModel, Message, Parameter } from '../../model/endpoint-model.js'
import type { ApiModel, Model, ProviderModel } from '../../model/model.js'
import { camelCase } from '../../model/names.js'
import type { Access, Operation } from '../../model/operation-model.js'
import { same } from './canonical-json.js'
import type {
  Needs,
  Picture,
  PicturedAnswer,
  PicturedApi,
  PicturedEndpoint,
  PicturedMessage,
  PicturedOperation,
  PicturedPart,
  PicturedProvider,
} from './picture.js'
import { aliasesOf, scopesOf } from './picture-of-scopes.js'

/** Everything that can be noticed of a model. */
export function pictureOf(model: Model): Picture {
  const { scopes, endpoints, messages, errors, operations } = model
  return {
    apiVersion: model.apiVersion,
    aliases: aliasesOf(scopes),
    api: apiOf(model.api),
    endpoints: tableOf(endpoints, ({ name }) => name, endpointOf),
    errors: tableOf(
      errors,
      ({ code }) => code,
      ({ status, means, description, source }) => ({ status, means, words: [description, source] }),
    ),
    families: tableOf(
      scopes.families,
      ({ id }) => id,
      ({ name, title, things, note }) => ({ name, title, things, note }),
    ),
    folded: tableOf(
      scopes.folded,
      ({ id }) => id,
      ({ into, name, note }) => ({ into: into.id, name, note }),
    ),
    messages: tableOf(messages, ({ name }) => name, messageOf),
    operations: tableOf(operations, ({ key }) => key, operationOf),
    provider: providerOf(model.provider),
    scopes: scopesOf(scopes),
    writing: {
      bare: scopes.bare,
      ignoreCase: scopes.ignoreCase,
      separators: { ...scopes.separators, read: [...scopes.separators.read].sort().join('') },
    },
  }
}

function tableOf<V, T>(values: readonly V[], keyOf: (value: V) => string, make: (value: V) => T): Table<T> {
  return Object.fromEntries(values.map((value) => [keyOf(value), make(value)]))
}

function operationOf({ id, access, declared, note }: Operation): PicturedOperation {
  const [needs, says] = [needsOf(access), needsOf(declared)]
  return { id, needs, declared: same(needs, says) ? undefined : says, note }
}

function needsOf(access: Access): Needs {
  return access.auth === 'scoped' ? access.anyOf.map((set) => set.toSorted()) : access.auth
}

function endpointOf(endpoint: EndpointModel): PicturedEndpoint {
  const {
    answer,
    authentication,
    deprecated,
    errors,
    media,
    method,
    parameters,
    path,
    title,
    description,
    source,
  } = endpoint
  return {
    answer: answerOf(answer),
    authentication,
    deprecated,
    errors: errors.toSorted(),
    media,
    method,
    parameters: tableOf(parameters, nameOf, partOf),
    path,
    words: [title, description, source],
  }
}

function answerOf(answer: Answer): PicturedAnswer {
  return { ...answer }
}

function messageOf({ fields, title, description, source }: Message): PicturedMessage {
  return {
    fields: tableOf(fields, nameOf, partOf),
    words: [title, description, source],
  }
}

function nameOf(part: Parameter): string {
  return part.kind === 'constant' ? camelCase(part.wireName) : part.name
}

function partOf(part: Parameter): PicturedPart {
  if (part.kind === 'constant') {
    const { wireName: wire, value, assumed, description: words } = part
    return { type: 'constant', wire, value, assumed, words }
  }
  const { wireName: wire, within, value, presence, secret, aliases, description: words } = part
  return { ...value, wire, within, presence, secret, aliases, words }
}

function providerOf({ credentials, lifetimes, ...provider }: ProviderModel): PicturedProvider {
  return {
    ...provider,
    credentials: Object.fromEntries(credentials),
    lifetimes: Object.fromEntries(lifetimes),
  }
}

function apiOf({ basePath, headers, refusal, errors }: ApiModel): PicturedApi {
  return {
    basePath,
    headers,
    refusal: JSON.stringify(refusal),
    errors: tableOf(
      errors,
      ({ name }) => name,
      ({ status, reason, description }) => ({ status, reason, words: description }),
    ),
  }
}
