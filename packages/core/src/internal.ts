/**
 * What the other packages of this house share with core: what an app hands in, checked by the same rules in
 * each of them, and what goes over the wire. An app has no use for it.
 */
export { checked, given, optional, type Rule, withMethods } from './arguments/arguments.js'
export { nearestAmong, nearestWords } from './arguments/nearest.js'
export type { LoginOperation } from './errors/error-codes.js'
export {
  apiUrl,
  callbackParameters,
  type EndpointName,
  endpoints,
  secretParameters,
} from './generated/endpoints.js'
// All of them: what the generator makes for the fake server names those that the spec holds.
export type * from './generated/messages.js'
export { storeAnswer } from './login/store-answer.js'
export { abortSignal, type Leaving } from './transport/abort.js'
export { DEFAULT_TIMEOUT } from './transport/deadline.js'
export { carriesToken } from './wire/carries-token.js'
export {
  absoluteUri,
  bearerToken,
  type Check,
  codeChallenge,
  codeVerifier,
  freeText,
  oneOf,
  oneOfIgnoringCase,
  scopeText,
  seconds,
  visibleText,
} from './wire/checks.js'
export { FieldError, type FieldProblem } from './wire/field-error.js'
export { Fields } from './wire/fields.js'
export { encodeForm } from './wire/form.js'
export { createPathTree, type PathTree } from './wire/path-tree.js'
export { within } from './wire/within.js'
