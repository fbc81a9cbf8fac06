/** The file that keeps the picture of the last release. Only a release writes it; a seal tells when someone else did. */
import type { House } from '../house.js'
import { hashOf } from '../remember.js'
import { Faults, wholeFile } from '../report/fault.js'
import { canonical, layOut } from './layout.js'
import type { Picture } from './picture.js'

/** What was released last. */
export interface Release {
  /** The version of the packages. */
  readonly version: string
  readonly picture: Picture
}

/** A release as the text of its file. */
export function writeRelease({ version, picture }: Release, { maker, release }: House): string {
  const about = `Written by ${maker} at a release, by "${release.command}": do not edit. What the next one is compared with.`
  const kept = { about, version, ...picture }
  return layOut({ ...kept, seal: sealOf(kept) })
}

/**
 * Reads the file's text.
 *
 * @throws Faults when it isn't as a release wrote it.
 */
export function readRelease(bytes: Uint8Array, { release: { model: file } }: House): Release {
  const read = parsed(bytes)
  if (typeof read === 'object' && read !== null && 'seal' in read) {
    const { seal, ...kept } = read
    if (seal === sealOf(kept)) return opened(kept)
  }
  throw new Faults([
    {
      rule: 'diff/release-edited',
      place: wholeFile(file),
      wrong: 'this is not what the last release wrote: it was edited, or it is torn',
      fix: `take it back from git as the last release left it: "git log -- ${file}" shows the commits`,
    },
  ])
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

/** The seal says that these values were written here from a release: their shape is known. */
function opened(kept: object): Release {
  const { about: _, version, ...picture } = JSON.parse(JSON.stringify(kept))
  return { version, picture }
}

/** Of the values, not of their layout: an editor that formats the file does no harm. */
function sealOf(kept: object): string {
  return hashOf(['a release', canonical(kept)])
}
