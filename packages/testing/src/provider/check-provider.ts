/** The check that a value can be a provider, as far as its parts go. */
import { checkOptions, checkValue } from '../options/check-options.js'
import { aText, list, ofType, oneOfWords, plainObject, type Rules } from '../options/option-rules.js'
import type { Api, EndpointName, EndpointOf, Provider } from './provider.js'

const part = plainObject('an object, as in linode')
const parts = list('a list, as in linode')

const rules: Rules<Provider> = {
  name: aText,
  hierarchy: part,
  scopes: parts,
  endpoints: parts,
  secretParameters: parts,
  tokenResponse: part,
  errorResponse: part,
  errors: part,
  credentials: part,
  lifetimes: part,
  api: part,
}
/** All but `errorResponse`. */
const neededParts = [
  'name',
  'hierarchy',
  'scopes',
  'endpoints',
  'secretParameters',
  'tokenResponse',
  'errors',
  'credentials',
  'lifetimes',
  'api',
] as const

const apiRules: Rules<Api> = {
  basePath: aText,
  operations: parts,
  headers: part,
  refusal: { expected: 'a body', accepts: () => true },
  errors: part,
}

const endpointRules: Rules<EndpointOf<EndpointName>> = {
  name: oneOfWords('authorize', 'exchange', 'refresh', 'revoke', 'expire', 'logout'),
  method: oneOfWords('GET', 'POST'),
  path: aText,
  selector: part,
  parameters: parts,
  decode: ofType('function', 'a function'),
  authentication: oneOfWords('bearer'),
  location: aText,
  flags: part,
  errorNames: part,
}

const neededEndpointParts = ['name', 'method', 'path', 'parameters', 'decode'] as const

const neededApiParts = ['basePath', 'operations', 'headers', 'errors'] as const

const whole = plainObject('a provider such as linode')

/**
 * Refuses what is no provider, or one that has not all parts, or others.
 *
 * @param where - the call that it was handed to
 * @throws UsageError that names the part.
 */
export function checkProvider(where: string, provider: Provider): void {
  checkValue(where, 'provider', provider, whole)
  checkOptions(`${where}: provider`, provider, rules, neededParts)
  for (const [at, endpoint] of provider.endpoints.entries()) {
    checkOptions(`${where}: provider: endpoints[${at}]`, endpoint, endpointRules, neededEndpointParts)
  }
  checkOptions(`${where}: provider: api`, provider.api, apiRules, neededApiParts)
}
