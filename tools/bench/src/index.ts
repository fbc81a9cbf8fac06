/**
 * What other tools use of the benchmarks: the bundlers with their settings, and the peer
 * that sizes are held against.
 */
export { type Bundler, bundlers } from './bundles/bundlers.js'
export { oneObject } from './bundles/one-object.js'
