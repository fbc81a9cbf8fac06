/**
 * What other tools use of the generator: the whole way from a spec on a disk to the texts that belong there.
 */
export { type Disk, diskAt } from './disk/disk.js'
export { generate } from './generate.js'
export type { House } from './house/house.js'
