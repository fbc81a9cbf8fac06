/** Whether the changesets that are there say enough of what changed, to the users of each package. */
import type { House } from '../../house/house.js'
import { type Fault, type Place, wholeFile } from '../../report/fault.js'
import { type Bump, bigger, isEnough } from '../bump.js'
import { type Change, counted, listed, mono } from '../change.js'
import { changesetFile } from './changeset.js'
import { codeIn } from './code-in.js'
import type { Changeset } from './read-changesets.js'

/**
 * What the changesets hold back: a bump that is too small, or something that breaks apps and isn't spoken of.
 */
export function unannounced(
  changes: readonly Change[],
  needed: Bump,
  packages: readonly string[],
  changesets: readonly Changeset[],
  house: House,
): readonly Fault[] {
  const spoken = packages.map((name) => spokenOf(name, changesets))
  const fix = `"${house.release.diff} --changeset" writes what is missing`
  const expected = `${needed}, for ${reasonOf(changes)}`
  if (spoken.every(({ releases }) => releases.length === 0)) {
    const place = changesets[0]?.place ?? wholeFile(changesetFile(house))
    const wrong = 'the spec changed since the last release, and no changeset says so'
    return [{ rule: 'diff/bump-too-small', place, wrong, expected, fix }]
  }
  const small = spoken.filter(({ bump }) => !isEnough(bump, needed))
  if (small.length > 0) {
    const some = spoken.find(({ biggest }) => biggest !== undefined)?.biggest
    return small.map(({ name, bump, biggest }) => ({
      rule: 'diff/bump-too-small',
      place: biggest ?? some ?? wholeFile(changesetFile(house)),
      wrong:
        biggest === undefined
          ? `the changesets make no release of ${mono(name)}, and what changed in the spec needs a ${needed} one`
          : `the changesets make a ${bump} release of ${mono(name)}, and what changed in the spec needs a ${needed} one`,
      expected,
      fix,
    }))
  }
  return silent(changes, spoken, fix)
}

/** What the users of a package are told. */
interface Spoken {
  readonly name: string
  readonly releases: readonly Changeset[]
  readonly bump: Bump
  /** Where the biggest bump stands. */
  readonly biggest: Place | undefined
  /** What stands in backquotes. */
  readonly code: ReadonlySet<string>
}

function spokenOf(name: string, changesets: readonly Changeset[]): Spoken {
  const releases = changesets.filter(({ releases: all }) => (all.get(name)?.bump ?? 'none') !== 'none')
  const entries = releases.flatMap(({ releases: all }) => all.get(name) ?? [])
  const bump = entries.map((entry) => entry.bump).reduce<Bump>(bigger, 'none')
  const biggest = entries.find((entry) => entry.bump === bump)?.place
  return { name, releases, bump, biggest, code: new Set(releases.flatMap(({ words }) => codeIn(words))) }
}

/** What breaks apps and isn't named to some package's users. */
function silent(changes: readonly Change[], spoken: readonly Spoken[], fix: string): readonly Fault[] {
  return changes
    .filter(({ breaks }) => breaks !== 'nothing')
    .flatMap(({ names, text }): Fault[] => {
      const deaf = spoken.filter(({ code }) => !names.some((name) => code.has(name)))
      const place = deaf[0]?.releases[0]?.place
      if (place === undefined) return []
      const whose = deaf.length === spoken.length ? '' : ` of ${listed(deaf.map(({ name }) => name))}`
      const wrong = `no changeset${whose} speaks of ${names.map(mono).join(' or ')}, which breaks apps`
      return [{ rule: 'diff/not-announced', place, wrong, expected: text, fix }]
    })
}

/** The first of the changes that matter most. */
function reasonOf(changes: readonly Change[]): string {
  const gravest =
    changes.find(({ breaks }) => breaks !== 'nothing') ??
    changes.find(({ kind }) => kind !== 'words') ??
    changes[0]
  return `${counted(changes)}, such as: ${gravest?.text ?? ''}`
}
