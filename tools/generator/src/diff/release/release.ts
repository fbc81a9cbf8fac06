/**
 * The file that keeps the picture of the last release. Only a release writes it; a seal for each part
 * tells when someone else did.
 */

import { own } from '../../collections/own.js'
import { type Table, tableOf } from '../../collections/table.js'
import type { House } from '../../house/house.js'
import { decode } from '../../load/decode.js'
import { load } from '../../load/load.js'
import type { Source } from '../../load/source.js'
import { type Fault, Faults, type Place } from '../../report/fault.js'
import { hashOf } from '../../signature/hash-of.js'
import { firstLine } from '../first-line.js'
import { canonical, layOut } from '../picture/canonical-json.js'
import type { Picture } from '../picture/picture.js'

/** What was released last. */
export interface Release {
  /** The version of the packages. */
  readonly version: string
  readonly picture: Picture
}

/** The version of the packages before anything was released. */
export const UNRELEASED = '0.0.0'

/** The form of the picture. It grows by one when an older file can no longer be compared with. */
const FORM = 1

/** A release as the text of its file. */
export function writeRelease({ version, picture }: Release, { maker, release }: House): string {
  const about = `Written by ${maker} at a release, by "${release.command}": do not edit. What the next one is compared with.`
  const kept = { about, form: FORM, version, ...picture }
  const seals = Object.entries(kept).flatMap(([part, value]) =>
    value === undefined ? [] : [[part, sealOf(part, value)]],
  )
  return layOut({ ...kept, seal: Object.fromEntries(seals) })
}

/** Whether a release wrote it that knew another form. */
export function isOfOtherForm(bytes: Uint8Array, { release }: House): boolean {
  const form = own(tableOf(sourceOf(release.model, bytes).data), 'form')
  return typeof form === 'number' && form !== FORM
}

/**
 * Reads the file's text.
 *
 * @throws Faults when it isn't as a release wrote it, each with its place.
 */
export function readRelease(bytes: Uint8Array, { release }: House): Release {
  const file = release.model
  const source = sourceOf(file, bytes)
  const { seal, ...kept } = tableOf(source.data)
  const form = own(kept, 'form')
  if (typeof form === 'number' && form !== FORM) throw new Faults([otherForm(form, source, kept, release)])
  const faults = edits(kept, tableOf(seal), source)
  if (faults.length > 0) throw new Faults(faults)
  return opened(kept)
}

function sourceOf(file: string, bytes: Uint8Array): Source {
  const text = decode(file, bytes)
  const marker = /^(?:<{7}|={7}|>{7})/
  if (typeof text === 'string' && new RegExp(marker, 'm').test(text)) {
    throw new Faults([
      edited(firstLine(file, text, marker), 'two releases were merged here, and never made one'),
    ])
  }
  const { source, faults } = load({ file, bytes })
  if (source === undefined || faults.length > 0) {
    throw new Faults(faults.map(({ place, wrong }) => edited(place, wrong)))
  }
  return source
}

/** What differs from what the last release sealed, part by part. */
function edits(kept: Table<unknown>, seals: Table<unknown>, { place }: Source): readonly Fault[] {
  if (Object.keys(seals).length === 0) {
    return [edited(place(['seal'], 'value'), 'no seal of a release stands in this file: no release wrote it')]
  }
  const parts = Object.entries(kept).filter(([part, value]) => own(seals, part) !== sealOf(part, value))
  const gone = Object.keys(seals).filter((part) => own(kept, part) === undefined)
  return [
    ...parts.map(([part]) =>
      edited(place([part], 'key'), `"${part}" is not what the last release wrote: it was edited`),
    ),
    ...gone.map((part) =>
      edited(place(['seal', part], 'key'), `"${part}", which is sealed here, is missing`),
    ),
  ]
}

function edited(place: Place, wrong: string): Fault {
  const fix = `take the file back from git as the last release left it: "git log -- ${place.file}" shows the commits`
  return { rule: 'diff/release-edited', place, wrong, expected: 'the file as the last release left it', fix }
}

function otherForm(form: number, { place }: Source, kept: Table<unknown>, { diff }: House['release']): Fault {
  return {
    rule: 'diff/release-form',
    place: place(['form'], 'value'),
    wrong: `this release was written in form ${form}, and form ${FORM} is read here`,
    expected: `form ${FORM}`,
    fix: `check out the spec of version ${String(own(kept, 'version'))}, run "${diff} --release", and check out the spec of today again`,
  }
}

/** The seals say that these values were written here from a release: their shape is known. */
function opened(kept: Table<unknown>): Release {
  const { about: _, form: __, version, ...picture } = JSON.parse(JSON.stringify(kept))
  return { version, picture }
}

/** Of the value, not of its layout: an editor that formats the file does no harm. */
function sealOf(part: string, value: unknown): string {
  return hashOf(['a release', part, canonical(value)]).slice(0, 16)
}
