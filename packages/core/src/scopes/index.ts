export { hierarchy } from '../generated/hierarchy.js'
export { createScopeAlgebra, type ScopeAlgebra, type Scopes } from './algebra.js'
export type { ScopeHierarchy } from './hierarchy.js'
