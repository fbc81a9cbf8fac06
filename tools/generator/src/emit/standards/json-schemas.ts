import type { Model } from '../../model/model.js'
import type { Emitter, JsonObject, Output } from '../output.js'
import { requestsOf, sourceDocs } from '../wire/messages.js'
import { messageSchema, objectSchema } from './json-schema.js'

/** Each request and each answer as a JSON Schema of its own. */
export const jsonSchemas: Emitter = (model, { reference }) =>
  schemasOf(model).map((schema) => file(schema, reference))

interface Named {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly source: string
  readonly schema: JsonObject
}

function schemasOf({ endpoints, messages }: Model): Named[] {
  return [
    ...requestsOf(endpoints).map(({ type, endpoint }) => ({
      name: type,
      title: `${endpoint.title}: request`,
      description: `${endpoint.description} Its parameters by name; a parameter that is empty counts as left out.`,
      source: endpoint.source,
      schema: objectSchema(endpoint.parameters, 'form'),
    })),
    ...messages.map(({ name, title, description, source, fields }) => ({
      name,
      title,
      description,
      source,
      schema: messageSchema(fields),
    })),
  ]
}

function file({ name, title, description, source, schema }: Named, reference: string): Output {
  return {
    path: `${reference}/${schemaPath(name)}`,
    from: ['endpoints'],
    content: {
      mark: '$comment',
      value: {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        title,
        description: `${description} ${sourceDocs(source)}`,
        ...schema,
      },
    },
  }
}

/** Where in the reference the schema of a type stands: `TokenResponse` → `schema/token-response.json`. */
export function schemaPath(type: string): string {
  return `schema/${type.replace(/(?<=[a-z0-9])[A-Z]/g, '-$&').toLowerCase()}.json`
}
