/** What is said of a generated file that somebody edited: looking and writing say the same. */
import type { Fault } from '../report/fault.js'
import { differsAt } from './differs-at.js'
import type { Change } from './plan.js'

/** The fault of such a file, which is never written over. */
export function editedByHand(change: Change): Fault {
  const { place, expected } = differsAt(change)
  return {
    rule: 'edited-by-hand',
    place,
    wrong: 'this generated file was edited by hand, and would be written over',
    expected,
    fix: 'write into the spec what you meant; then undo the edit, or delete the file, and run this again',
  }
}
