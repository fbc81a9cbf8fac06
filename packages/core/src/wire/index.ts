/**
 * What goes over the wire, for a server that plays Linode's and for the other packages of this house.
 * An app has no use for it.
 */
export * from '../generated/decoders.js'
export * from '../generated/encoders.js'
export * from '../generated/endpoints.js'
export * from '../generated/error-codes.js'
export * from '../generated/messages.js'
export { carriesToken } from './carries-token.js'
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
} from './checks.js'
export { FieldError, type FieldProblem } from './field-error.js'
export { Fields } from './fields.js'
export { encodeForm } from './form.js'
export { createPathTree, type PathTree } from './path-tree.js'
export { within } from './within.js'
