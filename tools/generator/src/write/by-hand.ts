/** What stands in the place of a generated file and is a person's work: never written over, told by looking too. */
import { type Fault, wholeFile } from '../report/fault.js'
import { differsAt } from './differs-at.js'
import type { Change } from './plan.js'

/** The fault of a change that would write such a file over; `undefined` of any other. */
export function refusal(change: Change): Fault | undefined {
  if (change.byHand === 'edited') return edited(change)
  return change.byHand === 'unmarked' ? unmarked(change.path) : undefined
}

function edited(change: Change): Fault {
  const { place, expected } = differsAt(change)
  return {
    rule: 'edited-by-hand',
    place,
    wrong: `this generated file was edited by hand, and would be ${change.after === undefined ? 'removed' : 'written over'}`,
    expected,
    fix: 'write into the spec what you meant; then undo the edit, or delete the file, and run this again',
  }
}

function unmarked(path: string): Fault {
  return {
    rule: 'not-marked',
    place: wholeFile(path),
    wrong: 'a generated file belongs here, but this one does not carry the mark of generated files',
    expected: 'a file whose first lines say what it was generated from, or none',
    fix: 'move it elsewhere if it was written by hand; delete it if it was generated and edited',
  }
}
