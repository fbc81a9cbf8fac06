/** Which endpoint a request is for. */
import type { Fields } from '@linode-login/core/wire'
import { visibleText } from '@linode-login/core/wire'
import { Refusal } from '../authority/refusal.js'
import type { Endpoint } from '../provider.js'

/** The endpoints by path. */
export type Routes = ReadonlyMap<string, readonly Endpoint[]>

/** Sorts endpoints by path once, so that a request costs one look-up. */
export function routesOf(endpoints: readonly Endpoint[]): Routes {
  const routes = new Map<string, Endpoint[]>()
  for (const endpoint of endpoints) {
    const others = routes.get(endpoint.path)
    if (others === undefined) routes.set(endpoint.path, [endpoint])
    else others.push(endpoint)
  }
  return routes
}

/**
 * Which of a path's endpoints the parameters mean. Throws a `Refusal` where they mean none, or a `FieldError` where
 * the parameter that tells can't be read.
 */
export function chooseEndpoint(candidates: readonly Endpoint[], fields: Fields): Endpoint {
  for (const endpoint of candidates) {
    const { selector } = endpoint
    if (selector === undefined) return endpoint
    const value = fields.optional(visibleText, selector.parameter)
    if (value === undefined ? selector.assumed : value === selector.value) return endpoint
  }
  const known = candidates.flatMap(({ selector }) => selector?.value ?? []).join(' or ')
  const parameter = candidates[0]?.selector?.parameter ?? 'the request'
  throw new Refusal('unsupported_grant_type', `${parameter} must be ${known}`)
}
