/** Scopes of any provider: the algebra, the hierarchy that it works on, and the least that suffices. */
export { hierarchy } from './generated/hierarchy.js'
export { type ScopeFamilies, type ScopeHierarchy, withFamilies } from './provider/hierarchy.js'
export { createScopeAlgebra, type ScopeAlgebra } from './scopes/algebra.js'
export type { ScopeComparison, ScopeExplanation } from './scopes/lattice.js'
export type { Scopes } from './scopes/scope-index.js'
export { type Comparing, smallestSets } from './scopes/smallest-sets.js'
