/** Reads each file once in a run of the tests. */
import { fingerprint, type Input } from '../inputs/inputs.js'
import { type Loaded, load } from './load.js'

const known = new Map<string, Loaded>()

/** What `load` gives, for tests that read the same texts again and again: each is read once. */
export function loadOnce(input: Input): Loaded {
  const key = fingerprint(input)
  const loaded = known.get(key) ?? load(input)
  known.set(key, loaded)
  return loaded
}
