/** Whether the changesets that are there say enough of what changed, to the users of each package. */
import { groupBy } from '../../collections/group-by.js'
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
  const [first, ...others] = spoken.filter(({ bump }) => !isEnough(bump, needed))
  if (first !== undefined) {
    const small = [first, ...others]
    // Where no changeset means these changes, whoever changed the spec wrote none: those of others are well as they are.
    const own = small.flatMap(({ entries }) => entries.filter(({ code }) => means(code, changes)))
    const place = own[0]?.place ?? wholeFile(changesetFile(house))
    const wrong = `the changesets make ${announced(small)}, and what changed in the spec needs a ${needed} one`
    return [{ rule: 'diff/bump-too-small', place, wrong, expected, fix }]
  }
  return silent(changes, spoken, fix)
}

/** What the users of a package are told. */
interface Spoken {
  readonly name: string
  readonly releases: readonly Changeset[]
  readonly bump: Bump
  /** The changesets that make it so big: where each says so, and what stands in its words in backquotes. */
  readonly entries: readonly { readonly place: Place; readonly code: readonly string[] }[]
  /** What stands in backquotes anywhere. */
  readonly code: ReadonlySet<string>
}

function spokenOf(name: string, changesets: readonly Changeset[]): Spoken {
  const releases = changesets.filter(({ releases: all }) => (all.get(name)?.bump ?? 'none') !== 'none')
  const entries = releases.flatMap(({ releases: all, words }) => {
    const entry = all.get(name)
    return entry === undefined ? [] : [{ ...entry, code: codeIn(words) }]
  })
  const bump = entries.map((entry) => entry.bump).reduce<Bump>(bigger, 'none')
  return {
    name,
    releases,
    bump,
    entries: entries.filter((entry) => entry.bump === bump),
    code: new Set(entries.flatMap(({ code }) => code)),
  }
}

function means(code: readonly string[], changes: readonly Change[]): boolean {
  return changes.some(({ names }) => names.some((name) => code.includes(name)))
}

/** A minor release of `one` and no release of `other`. */
function announced(small: readonly Spoken[]): string {
  return [...groupBy(small, ({ bump }) => bump)]
    .map(
      ([bump, spoken]) =>
        `${bump === 'none' ? 'no' : `a ${bump}`} release of ${listed(spoken.map(({ name }) => name))}`,
    )
    .join(' and ')
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
