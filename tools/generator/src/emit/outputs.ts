import { api } from './operations/api.js'
import { operations } from './operations/operations.js'
import { serverOperations } from './operations/server-operations.js'
import type { Emitter } from './output.js'
import { provider } from './provider/provider.js'
import { operationsDocument } from './reference/operations-document.js'
import { referenceOfEndpoints } from './reference/reference-of-endpoints.js'
import { referenceOfOperations } from './reference/reference-of-operations.js'
import { referenceOfScopes } from './reference/reference-of-scopes.js'
import { referenceOfVectors } from './reference/reference-of-vectors.js'
import { scopesDocument } from './reference/scopes-document.js'
import { vectors } from './reference/vectors.js'
import { scopePicker } from './scope-picker/scope-picker.js'
import { families } from './scopes/families.js'
import { hierarchy } from './scopes/hierarchy.js'
import { mirrors } from './scopes/mirrors.js'
import { scopeCovers } from './scopes/scope-covers.js'
import { scopeTexts } from './scopes/scope-texts.js'
import { scopes } from './scopes/scopes.js'
import { authorizationServerMetadata } from './standards/authorization-server-metadata.js'
import { jsonSchemas } from './standards/json-schemas.js'
import { openapi } from './standards/openapi.js'
import { decoders } from './wire/decoders.js'
import { encoders } from './wire/encoders.js'
import { endpoints } from './wire/endpoints.js'
import { errorCodes } from './wire/error-codes.js'
import { messages } from './wire/messages.js'
import { requests } from './wire/requests.js'

/**
 * All that is generated from the documents. A new output is a file in the folder of its subject and a line here.
 */
export const outputs: readonly Emitter[] = [
  scopes,
  families,
  mirrors,
  hierarchy,
  scopeCovers,
  scopeTexts,
  messages,
  encoders,
  decoders,
  endpoints,
  api,
  errorCodes,
  operations,
  requests,
  serverOperations,
  provider,
  referenceOfScopes,
  referenceOfEndpoints,
  referenceOfOperations,
  scopesDocument,
  operationsDocument,
  scopePicker,
  openapi,
  authorizationServerMetadata,
  jsonSchemas,
]

/** What is generated from the examples. */
export const outputsOfExamples: readonly Emitter[] = [referenceOfVectors, vectors]
