/** The changeset in the place where the generator writes one. */
import type { Disk } from '../../disk/disk.js'
import type { House } from '../../house/house.js'
import { mergeFaults } from '../../load/merge-markers.js'
import type { Fault } from '../../report/fault.js'
import { firstLine } from '../first-line.js'
import { changesetFile, ownerOf } from './changeset.js'

/** What stands there, and whose it is. */
export interface OwnChangeset {
  readonly file: string
  readonly text: string | undefined
  readonly owner: ReturnType<typeof ownerOf>
}

export async function readOwnChangeset(house: House, disk: Disk): Promise<OwnChangeset> {
  const file = changesetFile(house)
  const bytes = await disk.read(file)
  const text = bytes && new TextDecoder().decode(bytes)
  return { file, text, owner: ownerOf(text, house) }
}

/** Why one that is not as the generator wrote it may not be written over; nothing of all others. */
export function notOurs(own: OwnChangeset, { release }: House): readonly Fault[] {
  const { file, text = '', owner } = own
  if (owner === 'generator' || owner === 'both sides' || owner === 'none') return []
  const merged = mergeFaults(file, text)
  if (merged.length > 0) return merged
  const words =
    owner === 'somebody'
      ? {
          wrong: 'this changeset was written by hand, and would be written over',
          expected: 'a changeset that was generated, or none',
          fix: 'keep it if --check is content with it; or give it another name and run again',
        }
      : {
          wrong: 'this changeset was edited since it was generated, so that it may hide what changed since',
          expected: 'the changeset as it was generated',
          fix: `keep your words in another changeset and delete this one: "${release.diff} --changeset" writes it anew`,
        }
  return [{ rule: 'diff/changeset-edited', place: firstLine(file, text, /^# seal /), ...words }]
}

/** That one which was written on both sides of a merge waits to be written a third time; nothing of all others. */
export function unmerged({ file, text = '', owner }: OwnChangeset, { release }: House): readonly Fault[] {
  if (owner !== 'both sides') return []
  return mergeFaults(file, text)
    .slice(0, 1)
    .map(({ rule, place, wrong }) => ({
      rule,
      place,
      wrong,
      expected: 'what changed on both sides',
      fix: `"${release.diff} --changeset" writes it anew`,
    }))
}

/**
 * What is wrong with one that bears the generator's mark: it is to be unedited, and to say what would be written
 * now, to the letter, since a release note that is true of an older spec promises what isn't there.
 *
 * @param wanted - what would be written; left out where nothing changed, so that none should stand there.
 */
export function staleChangeset(
  own: OwnChangeset,
  wanted: string | undefined,
  house: House,
): readonly Fault[] {
  const { file, text = '', owner } = own
  if (owner === 'edited') return notOurs(own, house)
  if (owner !== 'generator') return []
  const [is, should] = [linesOf(text), linesOf(wanted ?? '')]
  const surplus = is.find((line) => !should.includes(line))
  const missing = should.find((line) => !is.includes(line))
  if (surplus === undefined && missing === undefined && is.length === should.length) return []
  const place = firstLine(file, text, wanted === undefined ? /^- / : lineLike(surplus ?? is.at(-1) ?? ''))
  return [
    {
      rule: 'diff/changeset-stale',
      place,
      wrong:
        wanted === undefined
          ? 'this changeset announces changes, and there are none that apps could notice'
          : 'this changeset was written before the spec changed again',
      expected: missing ?? 'nothing besides what changed',
      fix: `"${house.release.diff} --changeset" ${wanted === undefined ? 'removes it' : 'writes it anew'}`,
    },
  ]
}

/** The lines that say anything; the seal follows from them. */
function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('# seal '))
}

function lineLike(line: string): RegExp {
  return new RegExp(`^${line.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`)
}
