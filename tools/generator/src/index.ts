/**
 * What other tools use of the generator: the whole way from a spec on a disk to the texts that belong there, and
 * the way of an API document into the spec.
 */
export { type Disk, diskAt } from './disk/disk.js'
export { generate } from './generate.js'
export type { House } from './house/house.js'
export { house } from './house/this-repository.js'
export { run as importDocument } from './import/command.js'
export { entryLoader } from './load/entries.js'
