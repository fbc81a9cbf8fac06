import { oncePer } from '../reuse/once-per.js'
import { settled } from '../reuse/settled.js'
import type { Documents } from '../spec/documents.js'
import type { ApiErrorEntry, EndpointsDocument } from '../spec/endpoints-document.js'
import type { ApiError, ApiModel, Model, ProviderModel } from './model.js'
import { camelCase } from './names.js'
import { readEndpoints, readErrors, readMessages } from './read-endpoints.js'
import { readOperations } from './read-operations.js'
import { readScopes } from './read-scopes.js'
import type { VectorList } from './vector-list.js'

/** Makes the picture that validated documents give. */
export type ModelOf = (documents: Documents, vectors?: readonly VectorList[]) => Model

/** Makes it once. */
export const modelOf: ModelOf = (...documents) => modeller()(...documents)

/** What makes it again and again: of what says the same as before, it gives the same parts. */
export function modeller(): ModelOf {
  // One file tells of all these, and a change in it is mostly a change of one of them.
  const provider = settled<ProviderModel>()
  const requests = settled<Model['endpoints']>()
  const messages = settled<Model['messages']>()
  const errors = settled<Model['errors']>()
  const api = settled<ApiModel>()
  const ofOperations = oncePer(readOperations)
  return ({ endpoints, scopes, operations }, vectors = []) => ({
    provider: provider(readProvider(endpoints)),
    scopes: readScopes(scopes),
    endpoints: requests(readEndpoints(endpoints)),
    messages: messages(readMessages(endpoints)),
    errors: errors(readErrors(endpoints)),
    api: api(readApi(endpoints)),
    operations: ofOperations(operations),
    apiVersion: operations.version,
    vectors,
  })
}

function readProvider({ provider, credentials, lifetimes }: EndpointsDocument): ProviderModel {
  return {
    ...provider,
    discovery: provider.discovery,
    constant: camelCase(provider.name),
    credentials: Object.entries(credentials).map(([name, length]) => [camelCase(name), length]),
    lifetimes: Object.entries(lifetimes).map(([name, seconds]) => [camelCase(name), seconds]),
  }
}

function readApi({ api }: EndpointsDocument): ApiModel {
  const errors = Object.entries(api.errors).map(
    ([name, { status, reason, description }]: [string, ApiErrorEntry]): ApiError => ({
      name: camelCase(name),
      status,
      reason,
      description,
    }),
  )
  const { basePath, headers, refusal = { error: '{reason}' } } = api
  return { basePath, headers, refusal, errors }
}
