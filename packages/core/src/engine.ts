/** What the other packages of this house share and knows no provider. An app has no use for it. */
export { abortSignal, storeAnswer } from './abort.js'
export { checked, given, optional, withMethods } from './arguments.js'
export { DEFAULT_TIMEOUT } from './client-options.js'
export { nearestWords } from './nearest.js'
export { createPathTree, type PathTree } from './operations/path-tree.js'
export type { Check } from './wire/checks.js'
