/** Whether the changesets that are there say enough of what changed. */
import type { House } from '../house.js'
import { type Fault, wholeFile } from '../report/fault.js'
import { type Bump, bigger, isEnough } from './bump.js'
import { type Change, mono } from './change.js'
import { changesetFile } from './changeset.js'
import type { Changeset } from './changesets.js'

/** What the changesets hold back: a bump that is too small, or something that breaks apps and isn't spoken of. */
export function unannounced(
  changes: readonly Change[],
  needed: Bump,
  changesets: readonly Changeset[],
  house: House,
): readonly Fault[] {
  const said = changesets.map(({ bump }) => bump).reduce<Bump>(bigger, 'none')
  const fix = `"${house.release.diff} --changeset" writes what is missing`
  if (!isEnough(said, needed)) {
    const biggest = changesets.find(({ bump }) => bump === said)
    return [
      {
        rule: 'diff/bump-too-small',
        place: wholeFile(biggest?.file ?? changesetFile(house)),
        wrong:
          said === 'none'
            ? `the spec changed since the last release, and no changeset says so`
            : `the changesets make a ${said} release, and what changed in the spec needs a ${needed} one`,
        expected: `${needed}, for ${reasonOf(changes)}`,
        fix,
      },
    ]
  }
  const words = changesets.map((changeset) => changeset.words).join('\n')
  return changes
    .filter(({ breaks, names }) => breaks !== 'nothing' && !names.some((name) => words.includes(mono(name))))
    .map(({ names, text }) => ({
      rule: 'diff/not-announced',
      place: wholeFile(changesetFile(house)),
      wrong: `no changeset speaks of ${names.map(mono).join(' or ')}, which breaks apps`,
      expected: text,
      fix,
    }))
}

/** The first of the changes that matter most. */
function reasonOf(changes: readonly Change[]): string {
  const gravest =
    changes.find(({ breaks }) => breaks !== 'nothing') ??
    changes.find(({ kind }) => kind !== 'words') ??
    changes[0]
  return `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}, such as: ${gravest?.text ?? ''}`
}
