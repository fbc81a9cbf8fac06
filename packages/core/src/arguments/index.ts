/**
 * What an app hands in, checked by the same rules in every package of this house: values, stores to wait for,
 * and words that may be misspelt. An app has no use for it.
 */
export { DEFAULT_TIMEOUT } from '../client/client-options.js'
export type { LoginOperation } from '../errors/error-codes.js'
export type { EndpointName } from '../generated/endpoints.js'
export { storeAnswer } from '../login/store-answer.js'
export { abortSignal, type Leaving } from '../transport/abort.js'
export type { Check } from '../wire/checks.js'
export { checked, given, optional, type Rule, withMethods } from './arguments.js'
export { nearestAmong, nearestWords } from './nearest.js'
