/** Files that are not as they should be, told to people as a patch and to programs as faults. */

import { type Fault, wholeFile } from '../report/fault.js'
import { type Signature, STRANGER } from '../signature/mark.js'
import { refusal } from './by-hand.js'
import { differsAt } from './differs-at.js'
import type { Change, Plan } from './plan.js'
import { unifiedDiff } from './unified-diff.js'

/**
 * The changes as a patch and a line for each file, and as a fault for each; then the
 * files that belong to nothing.
 */
export function notCurrent(
  { changes, strangers }: Plan,
  { command }: Signature,
): { readonly patch: string; readonly words: string; readonly faults: readonly Fault[] } {
  const unlike = changes.filter(({ byHand }) => byHand === undefined)
  const refused = changes.flatMap((change) => refusal(change) ?? [])
  const odd = strangers.map(strangerFault)
  const words = [
    ...unlike.map((change) => `${change.path} is ${condition(change)}`),
    ...refused.map(inWords),
    ...(changes.length === 0 ? [] : [total(changes.length, refused.length, command)]),
    ...odd.map(inWords),
  ]
  return {
    patch: unifiedDiff(changes),
    words: words.map((line) => `${line}\n`).join(''),
    faults: [...unlike.map((change) => faultOf(change, command)), ...refused, ...odd],
  }
}

/** Where one file must not be written over, none is written. */
function total(changed: number, refused: number, command: string): string {
  const first = refused === 0 ? '' : `see to ${refused === 1 ? 'this one' : 'these'}, then `
  return `${changed} of the generated files ${changed === 1 ? 'is' : 'are'} not current: ${first}run "${command}"`
}

function inWords({ place, wrong, fix }: Fault): string {
  return `${place.file}: ${wrong}; ${fix}`
}

const MOVE = 'move it elsewhere if it was written by hand; delete it if it is left over'

function strangerFault(path: string): Fault {
  const expected = 'generated files alone, in their folders'
  return { rule: 'not-marked', place: wholeFile(path), wrong: STRANGER, expected, fix: MOVE }
}

function condition({ before, after }: Change): string {
  if (after === undefined) return 'left over'
  return before === undefined ? 'missing' : 'stale'
}

/** The fault stands at the first line that differs. */
function faultOf(change: Change, command: string): Fault {
  const { place, expected } = differsAt(change)
  return {
    rule: 'not-current',
    place,
    expected,
    wrong: `this generated file is ${condition(change)}`,
    fix: `change the spec, never this file, and run "${command}"`,
  }
}
