/** Linode's scopes, ready for questions. */
import { hierarchy } from '../generated/hierarchy.js'
import { createScopeAlgebra, type ScopeAlgebra } from './algebra.js'

/** The algebra of Linode's scopes. Nothing of it is built until it is asked. */
export const linodeScopes: ScopeAlgebra = /* @__PURE__ */ createScopeAlgebra(hierarchy)
