/** How requests are let in, as OpenAPI has it. */
import type { EndpointModel } from '../../model/endpoint-model.js'
import type { Json, JsonObject } from '../output.js'

/** The header in which an access token goes, where one lets requests in; left out where none does. */
export function securitySchemes(endpoints: readonly EndpointModel[]): JsonObject | undefined {
  return bearers(endpoints).length === 0 ? undefined : { bearer: { type: 'http', scheme: 'bearer' } }
}

/**
 * What lets requests in that are let in by an access token. The other requests carry who
 * asks in their parameters.
 */
export function securityOf(endpoints: readonly EndpointModel[]): Json {
  return bearers(endpoints).length === endpoints.length ? [{ bearer: [] }] : [{}, { bearer: [] }]
}

function bearers(endpoints: readonly EndpointModel[]): readonly EndpointModel[] {
  return endpoints.filter(({ authentication }) => authentication === 'bearer')
}
