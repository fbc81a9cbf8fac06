/**
 * An OpenAPI document with as many operations as a made-up spec has, under the same scopes. Each operation
 * takes a parameter and answers with an object of its own, small but not empty, as the peers are made for.
 */
export function openApiOf(operations: number): string {
  const indexes = Array.from({ length: operations }, (_, index) => index)
  const scopeOf = (index: number) => `family_${index % 20}:read_only`
  return JSON.stringify({
    openapi: '3.0.3',
    info: { title: 'Made up', version: '1.0.0' },
    paths: Object.fromEntries(
      indexes.map((index) => [
        `/part-${index % 97}/thing-${index}/{thingId}`,
        { get: operation(index, scopeOf(index)) },
      ]),
    ),
    components: {
      schemas: Object.fromEntries(indexes.map((index) => [`Thing${index}`, thing])),
      securitySchemes: {
        oauth: {
          type: 'oauth2',
          flows: {
            authorizationCode: {
              authorizationUrl: 'https://login.example.com/authorize',
              tokenUrl: 'https://login.example.com/token',
              scopes: Object.fromEntries(indexes.map((index) => [scopeOf(index), 'See things.'])),
            },
          },
        },
      },
    },
  })
}

const thing = {
  type: 'object',
  properties: { id: { type: 'integer' }, label: { type: 'string' } },
  required: ['id'],
}

function operation(index: number, scope: string): object {
  return {
    operationId: `getThing${index}`,
    parameters: [{ name: 'thingId', in: 'path', required: true, schema: { type: 'integer' } }],
    security: [{ oauth: [scope] }],
    responses: {
      200: {
        description: 'A thing.',
        content: { 'application/json': { schema: { $ref: `#/components/schemas/Thing${index}` } } },
      },
    },
  }
}
