/**
 * What is said of a file in the place of a generated one that doesn't carry the mark: looking
 * and writing say the same.
 */
import { type Fault, wholeFile } from '../report/fault.js'

/** The fault of such a file, which is never written over. */
export function unmarked(path: string): Fault {
  return {
    rule: 'not-marked',
    place: wholeFile(path),
    wrong: 'a generated file belongs here, but this one does not carry the mark of generated files',
    fix: 'move it elsewhere if it was written by hand; delete it if it was generated and edited',
  }
}
