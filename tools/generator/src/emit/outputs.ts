import { api } from './api.js'
import { decoders } from './decoders.js'
import { encoders } from './encoders.js'
import { endpoints } from './endpoints.js'
import { errorCodes } from './error-codes.js'
import { families } from './families.js'
import { hierarchy } from './hierarchy.js'
import { messages } from './messages.js'
import { mirrors } from './mirrors.js'
import { operations } from './operations.js'
import type { Emitter } from './output.js'
import { provider } from './provider/provider.js'
import { referenceOfEndpoints } from './reference/reference-of-endpoints.js'
import { referenceOfOperations } from './reference/reference-of-operations.js'
import { referenceOfScopes } from './reference/reference-of-scopes.js'
import { referenceOfVectors } from './reference/reference-of-vectors.js'
import { requests } from './requests.js'
import { scopeCovers } from './scope-covers.js'
import { scopePicker } from './scope-picker/scope-picker.js'
import { scopeTexts } from './scope-texts.js'
import { scopes } from './scopes.js'
import { serverOperations } from './server-operations.js'
import { authorizationServerMetadata } from './standards/authorization-server-metadata.js'
import { jsonSchemas } from './standards/json-schemas.js'
import { openapi } from './standards/openapi.js'
import { vectors } from './vectors.js'

/** Everything that is generated. A new output is a file beside this one and a line here. */
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
  referenceOfVectors,
  scopePicker,
  openapi,
  authorizationServerMetadata,
  jsonSchemas,
  vectors,
]
