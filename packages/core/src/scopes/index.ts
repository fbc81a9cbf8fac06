/** Scopes of any provider: the algebra, and the hierarchy that it works on. */
export { hierarchy } from '../generated/hierarchy.js'
export { createScopeAlgebra, type ScopeAlgebra, type ScopeComparison } from './algebra.js'
export type { ScopeExplanation } from './explain.js'
export type { ScopeHierarchy } from './hierarchy.js'
export type { Scopes } from './scope-index.js'
