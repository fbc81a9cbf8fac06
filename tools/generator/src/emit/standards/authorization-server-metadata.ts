import { type EndpointModel, isSlot } from '../../model/endpoint-model.js'
import type { Model } from '../../model/model.js'
import { allScopes } from '../../model/scope-model.js'
import type { Emitter, Json, JsonObject } from '../output.js'

/**
 * The login service as RFC 8414 describes one, for clients that configure themselves by
 * it. Only what the spec says.
 */
export const authorizationServerMetadata: Emitter = (model, { reference }) => [
  {
    path: `${reference}/oauth-authorization-server.json`,
    from: ['endpoints', 'scopes'],
    content: {
      mark: '$comment',
      value: metadata(model),
    },
  },
]

function metadata(model: Model): JsonObject {
  const revoking = authentication(endpoint(model, 'revoke'))
  return {
    description: published(model),
    issuer: model.provider.loginUrl,
    authorization_endpoint: url(model, 'authorize'),
    token_endpoint: url(model, 'exchange'),
    revocation_endpoint: revoking && url(model, 'revoke'),
    scopes_supported: scopes(model),
    response_types_supported: valuesOf(model, 'response_type') ?? ['code'],
    response_modes_supported: [
      'query',
      ...(fragment(endpoint(model, 'authorize')) === undefined ? [] : ['fragment']),
    ],
    grant_types_supported: grantTypes(model),
    token_endpoint_auth_methods_supported: authentication(endpoint(model, 'exchange')),
    revocation_endpoint_auth_methods_supported: revoking,
    code_challenge_methods_supported: valuesOf(model, 'code_challenge_method'),
  }
}

function published({ provider: { name, discovery } }: Model): string {
  const words = `Metadata of ${name}'s login service in the form of RFC 8414, made from this repository's spec.`
  if (discovery === undefined) return words
  return discovery
    ? `${words} ${name} publishes its own; that one is right.`
    : `${words} ${name} itself publishes no such document, at no address.`
}

function endpoint({ endpoints }: Model, name: string): EndpointModel | undefined {
  return endpoints.find((candidate) => candidate.name === name)
}

function url(model: Model, name: string): string | undefined {
  const found = endpoint(model, name)
  return found && model.provider.loginUrl + found.path
}

/** Those that are offered: retired scopes are not among them. */
function scopes({ scopes: model }: Model): readonly string[] {
  const offered = allScopes(model).filter(({ retired }) => retired === undefined)
  return [...offered.map(({ text }) => text), ...(model.wildcard ? [model.wildcard.scope] : [])]
}

function valuesOf(model: Model, parameter: string): readonly string[] | undefined {
  const slot = endpoint(model, 'authorize')
    ?.parameters.filter(isSlot)
    .find(({ wireName }) => wireName === parameter)
  return slot?.value.type === 'enum' ? slot.value.values : undefined
}

/**
 * Those of the token endpoint: the metadata knows no other place for them, so refreshing at a URL of its own
 * is left out. The implicit grant has no request of its own: its token comes in the fragment.
 */
function grantTypes(model: Model): Json {
  const path = endpoint(model, 'exchange')?.path
  const served = model.endpoints.filter((one) => one.path === path)
  const constants = served.flatMap(({ parameters }) =>
    parameters.flatMap((one) => (!isSlot(one) && one.wireName === 'grant_type' ? [one.value] : [])),
  )
  const implicit = fragment(endpoint(model, 'authorize')) === undefined ? [] : ['implicit']
  return [...new Set([...constants, ...implicit])]
}

function fragment(found: EndpointModel | undefined): string | undefined {
  return found?.answer.kind === 'redirect' ? found.answer.fragment : undefined
}

/**
 * A secret that may be left out is left out by public clients. A bearer token has no name among these
 * methods, and where they are left out a client would try HTTP Basic: an endpoint that asks for one is none
 * that the metadata can tell of.
 */
function authentication(found: EndpointModel | undefined): readonly string[] | undefined {
  if (found === undefined || found.authentication !== 'body') return undefined
  const secret = found.parameters.filter(isSlot).find(({ wireName }) => wireName === 'client_secret')
  if (secret === undefined) return ['none']
  return secret.presence === 'required' ? ['client_secret_post'] : ['client_secret_post', 'none']
}
