/** Scopes of any provider: the algebra, and the hierarchy that it works on. */
export { hierarchy } from '../generated/hierarchy.js'
export { createScopeAlgebra, type ScopeAlgebra } from './algebra.js'
export { type ScopeFamilies, type ScopeHierarchy, withFamilies } from './hierarchy.js'
export type { ScopeComparison, ScopeExplanation } from './lattice.js'
export type { Scopes } from './scope-index.js'
