/** What a merge leaves in a file where two sides changed the same lines: no YAML, and not what to mend first. */
import { type Fault, wholeFile } from '../report/fault.js'

/** A fault for each place where both sides still stand. */
export function mergeFaults(file: string, written: string): readonly Fault[] {
  return faultsAt(/^<{7}( |$)/, file, written, {
    wrong: 'a merge left both sides here',
    expected:
      'one of the two sides, or both, without the lines that begin with <<<<<<<, |||||||, ======= or >>>>>>>',
    fix: 'keep what is right, and take these lines out',
  })
}

/** The same of a file that is no YAML; where both sides stand nowhere, a fault for each line that was left over. */
export function mergeFaultsInYaml(file: string, written: string): readonly Fault[] {
  const both = mergeFaults(file, written)
  if (both.length > 0) return both
  return faultsAt(/^(={7}$|[|>]{7}( |$))/, file, written, {
    wrong: 'a merge left this line over',
    expected: 'one of its two sides, or both, and no line of seven signs',
    fix: 'keep what is right, and take this line out',
  })
}

function faultsAt(
  marker: RegExp,
  file: string,
  written: string,
  words: Pick<Fault, 'wrong' | 'expected' | 'fix'>,
): readonly Fault[] {
  return written.split(/\r?\n/).flatMap((text, index): Fault[] => {
    if (!marker.test(text)) return []
    const place = { ...wholeFile(file), line: index + 1, width: text.length, text }
    return [{ rule: 'load/merge-marker', place, ...words }]
  })
}
