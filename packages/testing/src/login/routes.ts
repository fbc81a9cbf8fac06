/** Which endpoint a request is for. */
import { type Fields, visibleText } from '@linode-login/core/internal'
import { Refusal } from '../authority/refusal.js'
import { checkValue } from '../options/check-options.js'
import { oneOfWords } from '../options/option-rules.js'
import type { Endpoint, EndpointName } from '../provider/provider.js'

/** An endpoint that a browser is sent to. */
export type BrowserEndpoint = Extract<Endpoint, { readonly name: 'authorize' | 'logout' }>
/** An endpoint that a client asks itself. */
export type DirectEndpoint = Exclude<Endpoint, BrowserEndpoint>

/** How each endpoint can be served here. */
const methods: Readonly<Record<EndpointName, Endpoint['method']>> = {
  authorize: 'GET',
  logout: 'GET',
  exchange: 'POST',
  refresh: 'POST',
  revoke: 'POST',
  expire: 'POST',
}

/** The endpoints by path. */
export interface Routes {
  readonly get: ReadonlyMap<string, BrowserEndpoint>
  readonly post: ReadonlyMap<string, readonly DirectEndpoint[]>
}

/**
 * Sorts endpoints by path once, so that a request costs one look-up.
 *
 * @throws UsageError for an endpoint with a method by which it isn't served here.
 */
export function routesOf(endpoints: readonly Endpoint[]): Routes {
  const get = new Map<string, BrowserEndpoint>()
  const post = new Map<string, DirectEndpoint[]>()
  for (const endpoint of endpoints) {
    checkMethod(endpoint)
    const { path } = endpoint
    if (isForBrowsers(endpoint)) get.set(path, endpoint)
    else post.set(path, [...(post.get(path) ?? []), endpoint])
  }
  return { get, post }
}

function checkMethod({ name, method }: Endpoint): void {
  checkValue('FakeLogin.start: provider', `the method of ${name}`, method, oneOfWords(methods[name]))
}

function isForBrowsers(endpoint: Endpoint): endpoint is BrowserEndpoint {
  return methods[endpoint.name] === 'GET'
}

/**
 * Which of a path's endpoints the parameters mean. Throws a `Refusal` where they mean none, or a `FieldError`
 * where the parameter that tells can't be read.
 */
export function chooseEndpoint(candidates: readonly DirectEndpoint[], fields: Fields): DirectEndpoint {
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
