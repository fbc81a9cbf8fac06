/** The operations as one JSON document, so that a port to another language needs no YAML and no rule of ours. */
import type { Model } from '../../model/model.js'
import type { Operation } from '../../model/operation-model.js'
import type { Emitter, JsonObject } from '../output.js'

/** Every operation with its id and who may call it. */
export const operationsDocument: Emitter = (model, { reference }) => [
  {
    path: `${reference}/operations.json`,
    from: ['operations', 'endpoints'],
    content: { mark: '$comment', value: document(model) },
  },
]

function document({ provider, api, apiVersion, operations }: Model): JsonObject {
  return {
    title: `Operations of ${provider.name}'s API`,
    description:
      'Each of `operations` stands under its method and path, with the `id` that the API document gives it. `needs` has sets of scopes: a token may call it whose scopes include all of one of them. Where no scope decides, `auth` stands in its place: `none` if anyone may call it, `any_token` if the holder of any token may, `pat` if only that of a personal access token may, and no app. What stands here holds, whatever the API document declares. In the path of a call, one segment stands for each name in braces; of two operations that fit, the one is meant that spells out the first segment in which they differ. Before that path may stand `basePath`, or another stage of the same version: `basePath` with a lower-case letter and maybe letters, digits and underscores behind it. operations.md, beside this file, has the same to read.',
    apiVersion,
    basePath: api.basePath,
    operations: Object.fromEntries(
      operations.map((operation) => [operation.key, operationObject(operation)]),
    ),
  }
}

function operationObject({ id, access }: Operation): JsonObject {
  return access.auth === 'scoped' ? { id, needs: access.anyOf } : { id, auth: access.auth }
}
