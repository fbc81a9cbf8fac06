import { groupBy } from '../../collections/group-by.js'
import { type EndpointModel, isSlot } from '../../model/endpoint-model.js'
import type { Model } from '../../model/model.js'
import { camelCase } from '../../model/names.js'
import type { Emitter, Json, JsonObject } from '../output.js'
import { requestsOf, sourceDocs } from '../wire/messages.js'
import { prose } from '../words/prose.js'
import { descriptionOf, isNeeded, messageSchema, objectSchema, parameterSchema } from './json-schema.js'
import { responsesOf } from './openapi-responses.js'
import { securityOf, securitySchemes } from './openapi-security.js'

/** The login service as an OpenAPI document. */
export const openapi: Emitter = (model, { reference, license }) => [
  {
    path: `${reference}/openapi.json`,
    from: ['endpoints', 'operations'],
    content: { mark: 'x-generated', value: document(model, license) },
  },
]

function document(model: Model, license: string): JsonObject {
  const { provider, endpoints, apiVersion = '0.0.0' } = model
  const paths = Object.fromEntries(
    [...groupBy(endpoints, ({ path }) => path)].map(([path, sharing]) => [path, pathItem(sharing, model)]),
  )
  const text = JSON.stringify(paths)
  const used = schemas(model).filter(([name]) => text.includes(JSON.stringify(reference(name))))
  return {
    openapi: '3.1.1',
    info: {
      title: `${provider.name}'s login service`,
      version: apiVersion,
      description: `How an app asks ${prose(provider.name)} to sign its users in. The version is that of the API document that the scopes go by.`,
      license: { name: license, identifier: license },
    },
    servers: [{ url: provider.loginUrl }],
    paths,
    components: {
      schemas: Object.fromEntries(used.map(([name, schema]) => [name, inMarkdown(schema)])),
      securitySchemes: securitySchemes(endpoints),
    },
  }
}

function pathItem(sharing: readonly EndpointModel[], model: Model): JsonObject {
  return Object.fromEntries(
    [...groupBy(sharing, ({ method }) => method)].map(([method, members]) => [
      method.toLowerCase(),
      operation(members, model),
    ]),
  )
}

/** Requests that share method and path are one operation here, and their bodies alternatives. */
function operation(members: readonly EndpointModel[], model: Model): JsonObject {
  const [first] = members
  const deprecated = members.every((member) => member.deprecated !== undefined)
  return {
    operationId: camelCase(members.map(({ name }) => name).join(' or ')),
    summary: members.map(({ title }) => title).join('; '),
    description: members.map(words).join('\n\n'),
    deprecated: deprecated || undefined,
    security: members.some(({ authentication }) => authentication === 'bearer') ? securityOf(members) : [],
    parameters: first?.method === 'GET' ? queryOf(first) : undefined,
    requestBody: first?.method === 'POST' ? bodyOf(members) : undefined,
    responses: responsesOf(members, model),
  }
}

function words({ description, source, deprecated }: EndpointModel): string {
  return [
    prose(description),
    sourceDocs(source),
    ...(deprecated === undefined ? [] : [prose(deprecated)]),
  ].join(' ')
}

function queryOf({ parameters }: EndpointModel): Json {
  return parameters.flatMap((parameter) => {
    const names = [parameter.wireName, ...(isSlot(parameter) ? parameter.aliases : [])]
    return names.map((name, index) => ({
      name,
      in: 'query',
      required: index === 0 && names.length === 1 && isNeeded(parameter),
      description:
        index === 0 ? prose(descriptionOf(parameter)) : `Another name of \`${parameter.wireName}\`.`,
      schema: parameterSchema(parameter, 'form'),
    }))
  })
}

function bodyOf(members: readonly EndpointModel[]): JsonObject | undefined {
  const bodies = requestsOf(members).map(({ type }) => reference(type))
  const [only, ...others] = bodies
  const schema = others.length === 0 ? only : { oneOf: bodies }
  if (schema === undefined) return undefined
  const media = [...new Set(members.flatMap((member) => member.media))]
  return { required: true, content: Object.fromEntries(media.map((type) => [type, { schema }])) }
}

function schemas({ endpoints, messages }: Model): (readonly [string, JsonObject])[] {
  const posted = requestsOf(endpoints).filter(({ endpoint }) => endpoint.method === 'POST')
  return [
    ...posted.map(({ type, endpoint }) => {
      const { title, parameters } = endpoint
      return [type, { title, ...objectSchema(parameters, 'form') }] as const
    }),
    ...messages.map(({ name, title, description, fields }) => {
      return [name, { title, description, ...messageSchema(fields) }] as const
    }),
  ]
}

/** A reference to a schema by the name of its type. */
function reference(type: string): JsonObject {
  return { $ref: `#/components/schemas/${type}` }
}

/** The descriptions of a JSON Schema are plain words; in an OpenAPI document they are Markdown. */
function inMarkdown(schema: Json | undefined): Json | undefined {
  if (typeof schema !== 'object' || schema === null) return schema
  if (isList(schema)) return schema.map((item) => inMarkdown(item) ?? null)
  return Object.fromEntries(
    Object.entries(schema).map(([name, value]) => [
      name,
      name === 'description' && typeof value === 'string' ? prose(value) : inMarkdown(value),
    ]),
  )
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json)
}
