import { oncePer } from '../collections/once-per.js'
import type { Documents } from '../spec/documents.js'
import type { ApiErrorEntry, EndpointsDocument } from '../spec/endpoints-document.js'
import type { ApiError, ApiModel, Model, ProviderModel } from './model.js'
import { camelCase } from './names.js'
import { readEndpoints, readErrors, readMessages } from './read-endpoints.js'
import { readOperations } from './read-operations.js'
import { readScopes } from './read-scopes.js'
import type { VectorList } from './vector-list.js'

/** The picture that validated documents give; of a document that was seen before, the same parts. */
export function modelOf(
  { endpoints, scopes, operations }: Documents,
  vectors: readonly VectorList[] = [],
): Model {
  return {
    ...ofEndpoints(endpoints),
    scopes: ofScopes(scopes),
    operations: ofOperations(operations),
    apiVersion: operations.version,
    vectors,
  }
}

const ofEndpoints = oncePer((endpoints: EndpointsDocument) => ({
  provider: readProvider(endpoints),
  endpoints: readEndpoints(endpoints),
  messages: readMessages(endpoints),
  errors: readErrors(endpoints),
  api: readApi(endpoints),
}))
const ofScopes = oncePer(readScopes)
const ofOperations = oncePer(readOperations)

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
