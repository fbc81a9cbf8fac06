/** Scopes of any provider: the algebra, the hierarchy that it works on, and the least that suffices. */
export { hierarchy } from '../generated/hierarchy.js'
export { createScopeAlgebra, type ScopeAlgebra } from './algebra.js'
export { type ScopeFamilies, type ScopeHierarchy, withFamilies } from './hierarchy.js'
export type { ScopeComparison, ScopeExplanation } from './lattice.js'
export type { Scopes } from './scope-index.js'
export { type Comparing, smallestSets } from './smallest-sets.js'
