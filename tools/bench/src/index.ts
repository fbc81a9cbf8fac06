/** What other tools use of the benchmarks: the bundlers with their settings, and the peer that sizes are held against. */
export { type Bundler, bundlers } from './bundlers.js'
export { oneObject } from './one-object.js'
