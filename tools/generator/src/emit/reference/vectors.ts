/**
 * The examples as one JSON document, and its form, so that a port to another language can
 * test itself without YAML.
 */
import type { Model } from '../../model/model.js'
import type { VectorList } from '../../model/vector-list.js'
import type { Emitter, Json, JsonObject, Output } from '../output.js'

/** The examples, and the JSON Schema of the document that holds them. */
export const vectors: Emitter = (model, { reference }) =>
  model.vectors.length === 0
    ? []
    : [
        file(`${reference}/vectors.json`, { $schema: 'schema/vectors.json', ...documentOf(model) }),
        file(`${reference}/schema/vectors.json`, schemaOf(model)),
      ]

function file(path: string, value: JsonObject): Output {
  return { path, from: ['vectors', 'endpoints'], content: { mark: '$comment', value } }
}

function documentOf({ provider, vectors: lists, errors }: Model): JsonObject {
  return {
    title: `Examples of ${provider.name}'s login service`,
    description:
      "Each list has a description, what the keys of its examples mean, and the examples: an input and what must come of it. A port of this client passes if it gives the same for each. vectors.md, beside this file, explains them. An example's name is unique in its list; `proves` names rows of this repository's conformance list. An error's code is one of the list `errors`, or one of `server_errors`, which the login server gives.",
    server_errors: Object.fromEntries(errors.map(({ code, description }) => [code, description])),
    lists: Object.fromEntries(lists.map((list) => [list.name, listOf(list)])),
  }
}

function listOf({ description, form, examples }: VectorList): Json {
  const keys = Object.entries(form.properties ?? {}).map(
    ([key, value]) => [key, value.description ?? ''] as const,
  )
  return { description, keys: Object.fromEntries(keys), examples: plain(examples) }
}

function schemaOf({ vectors: lists }: Model): JsonObject {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Examples',
    description:
      'The form of vectors.json. A list may come anew, and a key to a list: a port passes over what it does not know.',
    type: 'object',
    properties: {
      server_errors: {
        description: "The login server's own error codes, and what they mean.",
        type: 'object',
        additionalProperties: { type: 'string' },
      },
      lists: {
        type: 'object',
        properties: Object.fromEntries(lists.map((list) => [list.name, listSchema(list)])),
        required: lists.map(({ name }) => name),
      },
    },
    required: ['server_errors', 'lists'],
  }
}

function listSchema({ description, form }: VectorList): JsonObject {
  return {
    description,
    type: 'object',
    properties: {
      description: { type: 'string' },
      keys: { type: 'object', additionalProperties: { type: 'string' } },
      examples: { type: 'array', items: plain(form) },
    },
    required: ['description', 'keys', 'examples'],
  }
}

/** The values come from YAML by way of a schema that knows no other kind than JSON's. */
function plain(value: unknown): Json {
  return JSON.parse(JSON.stringify(value))
}
