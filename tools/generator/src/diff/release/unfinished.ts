/**
 * A release that was begun and not finished: the packages have its version, and its model is not kept, since
 * the command that sees to both was stopped.
 */
import type { House } from '../../house/house.js'
import { type Fault, Faults, wholeFile } from '../../report/fault.js'
import { UNRELEASED } from './release.js'

/** What is left of it. */
export interface Unfinished {
  readonly fault: Fault
  /** Whether the release's command finishes it: of changesets that wait it would make another version. */
  readonly canBeFinished: boolean
}

/**
 * Compares the packages' version with the one whose model is kept; `undefined` where they are the same.
 *
 * @param kept - the version whose model is kept; `undefined` where there is none.
 * @param waiting - the files of the changesets that wait.
 * @throws Faults when there is no model, although this version can't be the first, or that of a later one.
 */
export function unfinished(
  version: string,
  kept: string | undefined,
  waiting: readonly string[],
  house: House,
): Unfinished | undefined {
  if (version === (kept ?? UNRELEASED)) return
  const [changeset] = waiting
  const canBeFinished = changeset === undefined
  const remedy = canBeFinished
    ? `"${house.release.command}" finishes it, with the spec as it stands`
    : toBeginAnew(house)
  const fault =
    kept === undefined ? missing(version, remedy, house) : begun(version, kept, changeset, remedy, house)
  return { fault, canBeFinished }
}

/** Git alone knows whether the model was lost, or the first release never wrote one. */
function missing(version: string, remedy: string, { release: { model } }: House): Fault {
  const rule = 'diff/release-missing'
  const wrong = `the model of the last release is missing, and the packages have version ${version}`
  const fix = `take the file back from git: "git log -- ${model}" shows the commits`
  const lost = {
    rule,
    place: wholeFile(model),
    wrong,
    expected: 'the model that the last release wrote',
    fix,
  }
  if (!mayBeFirst(version)) throw new Faults([lost])
  return { ...lost, fix: `${fix}; if it shows none, the first release was stopped: ${remedy}` }
}

function begun(
  version: string,
  kept: string,
  changeset: string | undefined,
  remedy: string,
  { release: { model, command } }: House,
): Fault {
  if (isBefore(version, kept)) {
    const wrong = `the packages have version ${version}, and this is the model of a later one, ${kept}`
    const fix = 'take the manifests and this file from the same commit'
    const expected = `the model of version ${version} or an earlier one`
    throw new Faults([{ rule: 'diff/release-later', place: wholeFile(model), wrong, expected, fix }])
  }
  const rule = 'diff/release-unfinished'
  const wrong = `version ${version} was begun and not finished: ${model} still holds the model of ${kept}`
  const expected = `the model of version ${version}, and no changeset that it was made of`
  if (changeset === undefined) return { rule, place: wholeFile(model), wrong, expected, fix: remedy }
  return {
    rule,
    place: wholeFile(changeset),
    wrong: `${wrong}, and this changeset still waits`,
    expected,
    fix: `${remedy}; or, if the changeset came later, lay it aside until "${command}" has finished that version`,
  }
}

/** By their numbers alone: a release follows its previews. */
function isBefore(version: string, other: string): boolean {
  const numbers = (text: string) => text.replace(/[-+].*/, '')
  return numbers(version).localeCompare(numbers(other), 'en', { numeric: true }) < 0
}

/** What changesets make of a version before which nothing was released. */
function mayBeFirst(version: string): boolean {
  return /^(?:0\.0\.1|0\.1\.0|1\.0\.0)(?:-|$)/.test(version)
}

/** What to do where a part of the versions was made. */
export function toBeginAnew({ release }: House): string {
  return `take back what "${release.command}" wrote, such as by "git stash -u", and run it again`
}
