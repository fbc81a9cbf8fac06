/** What a merge leaves in a file where two sides changed the same lines: no YAML, and not what to mend first. */
import { type Fault, wholeFile } from '../report/fault.js'

/** A fault for each place where both sides still stand; where none does, for each line that was left over. */
export function mergeFaults(file: string, written: string): readonly Fault[] {
  const lines = written.split(/\r?\n/)
  const at = (marker: RegExp, words: Pick<Fault, 'wrong' | 'expected' | 'fix'>) =>
    lines.flatMap((text, index): Fault[] => {
      if (!marker.test(text)) return []
      const place = { ...wholeFile(file), line: index + 1, width: text.length, text }
      return [{ rule: 'load/merge-marker', place, ...words }]
    })
  const both = at(/^<{7}( |$)/, {
    wrong: 'a merge left both sides here',
    expected: 'one of them, without the lines that begin with <<<<<<<, |||||||, ======= or >>>>>>>',
    fix: 'keep what is right, and take these lines out',
  })
  if (both.length > 0) return both
  return at(/^(={7}$|[|>]{7}( |$))/, {
    wrong: 'a merge left this line over',
    expected: 'one of its two sides, and no line of seven signs',
    fix: 'keep what is right, and take this line out',
  })
}
