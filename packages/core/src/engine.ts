/** What the other packages of this house share and knows no provider. An app has no use for it. */

// What a caller hands in, checked.
export { checked, given, optional, type Rule, withMethods } from './arguments/arguments.js'
export { nearestAmong, nearestWords } from './arguments/nearest.js'
// Waiting for a store of pending logins.
export { DEFAULT_TIMEOUT } from './client/client-options.js'
export type { LoginOperation } from './errors/error-codes.js'
export type { EndpointName } from './generated/endpoints.js'
export { storeAnswer } from './login/store-answer.js'
export type { ScopeAlgebra } from './scopes/algebra.js'
export type { ScopeComparison, ScopeExplanation } from './scopes/lattice.js'
export type { Scopes } from './scopes/scope-index.js'
export { type Comparing, smallestSets } from './scopes/smallest-sets.js'
export { abortSignal, type Leaving } from './transport/abort.js'
export type { Check } from './wire/checks.js'
// An API's operations, and the scopes that suffice for them.
export { createPathTree, type PathTree } from './wire/path-tree.js'
