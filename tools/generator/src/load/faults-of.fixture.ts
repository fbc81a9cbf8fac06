/** Faults of a text as lines, for the tests of this folder. */
import { load } from './load.js'

/** What is wrong with a text, a line each. */
export function faultsOf(text: string): string[] {
  return load({ file: 'a.yaml', bytes: new TextEncoder().encode(text) }).faults.map(
    ({ place, wrong, fix }) => `${place.file}:${place.line}:${place.column} ${wrong} → ${fix}`,
  )
}
