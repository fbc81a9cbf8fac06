/** How requests are let in, as OpenAPI has it. */
import type { EndpointModel } from '../../model/endpoint-model.js'
import type { Model } from '../../model/model.js'
import { allScopes } from '../../model/scope-model.js'
import type { Json, JsonObject } from '../output.js'
import { prose } from '../words/prose.js'

/** The flows that give a token for the API, each with every scope, and the header in which a token goes. */
export function securitySchemes(model: Model): JsonObject {
  const { provider, endpoints } = model
  const url = (name: string): string | undefined => {
    const found = endpoints.find((endpoint) => endpoint.name === name)
    return found && provider.loginUrl + found.path
  }
  const scopes = scopesOf(model)
  const authorizationUrl = url('authorize')
  const tokenUrl = url('exchange')
  const refreshUrl = url('refresh')
  const authorizationCode =
    authorizationUrl === undefined || tokenUrl === undefined
      ? undefined
      : { authorizationUrl, tokenUrl, refreshUrl, scopes }
  const implicit = endpoints.some(({ answer }) => answer.kind === 'redirect' && answer.fragment !== undefined)
  return {
    oauth2: {
      type: 'oauth2',
      description: `A token for ${prose(provider.name)}'s API (${provider.apiUrl}).`,
      flows: {
        authorizationCode,
        implicit: implicit && authorizationUrl !== undefined ? { authorizationUrl, scopes } : undefined,
      },
    },
    bearer: bearers(endpoints).length === 0 ? undefined : { type: 'http', scheme: 'bearer' },
  }
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

/** Retired scopes can't be asked for. */
function scopesOf({ scopes }: Model): Readonly<Record<string, string>> {
  const offered = allScopes(scopes).filter(({ retired }) => retired === undefined)
  const { wildcard } = scopes
  return Object.fromEntries([
    ...offered.map(({ text, description }) => [text, description] as const),
    ...(wildcard === undefined ? [] : [[wildcard.scope, wildcard.description] as const]),
  ])
}
