/** What a merge leaves in a file where two sides changed the same lines: no YAML, and not what to mend first. */
import { type Fault, wholeFile } from '../report/fault.js'

/** A fault for each place where both sides still stand. */
export function mergeFaults(file: string, written: string): readonly Fault[] {
  return written.split(/\r?\n/).flatMap((text, index): Fault[] => {
    if (!/^<{7}( |$)/.test(text)) return []
    return [
      {
        rule: 'load/merge-marker',
        place: { ...wholeFile(file), line: index + 1, width: text.length, text },
        wrong: 'a merge left both sides here',
        expected: 'one of them, without the lines <<<<<<<, ======= and >>>>>>>',
        fix: 'keep what is right, and take these three lines out',
      },
    ]
  })
}
