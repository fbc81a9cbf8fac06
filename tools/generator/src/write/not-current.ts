/** Files that are not as they should be, told to people as a patch and to programs as faults. */
import { type Fault, wholeFile } from '../report/fault.js'
import type { Signature } from './mark.js'
import type { Change } from './plan.js'
import { unifiedDiff } from './unified-diff.js'

/** The changes as a patch and a line for each file, and as a fault for each. */
export function notCurrent(
  changes: readonly Change[],
  { command }: Signature,
): { readonly patch: string; readonly words: string; readonly faults: readonly Fault[] } {
  const lines = changes.map((change) => `${change.path} is ${condition(change)}\n`)
  const total = `${changes.length} of the generated files ${changes.length === 1 ? 'is' : 'are'} not current`
  return {
    patch: unifiedDiff(changes),
    words: `${lines.join('')}${total}: run "${command}"\n`,
    faults: changes.map((change) => faultOf(change, command)),
  }
}

function condition({ before, after }: Change): string {
  if (after === undefined) return 'left over'
  return before === undefined ? 'missing' : 'stale or edited'
}

/** The fault stands at the first line that differs. */
function faultOf(change: Change, command: string): Fault {
  const { path, before = '', after = '' } = change
  const [is, should] = [before.split('\n'), after.split('\n')]
  const at = Math.max(
    0,
    is.findIndex((line, index) => line !== should[index]),
  )
  const text = is[at] ?? ''
  return {
    rule: 'not-current',
    place: { ...wholeFile(path), line: at + 1, width: Math.max(1, text.length), text },
    wrong: `this generated file is ${condition(change)}`,
    fix: `change the spec, never this file, and run "${command}"`,
  }
}
