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
 * @param kept the version whose model is kept; `undefined` where there is none.
 * @param waiting the files of the changesets that wait.
 * @throws Faults when there is no model, although this version can't be the first.
 */
export function unfinished(
  version: string,
  kept: string | undefined,
  waiting: readonly string[],
  house: House,
): Unfinished | undefined {
  if (version === (kept ?? UNRELEASED)) return
  const { model, command } = house.release
  const [changeset] = waiting
  const canBeFinished = changeset === undefined
  const finish = canBeFinished ? `"${command}" finishes it, with the spec as it stands` : toBeginAnew(house)
  if (kept === undefined) {
    const missing: Fault = {
      rule: 'diff/release-missing',
      place: wholeFile(model),
      wrong: `the model of the last release is missing, and the packages have version ${version}`,
      fix: `take the file back from git: "git log -- ${model}" shows the commits`,
    }
    if (!mayBeFirst(version)) throw new Faults([missing])
    const fix = `${missing.fix}; if it shows none, the first release was stopped: ${finish}`
    return { fault: { ...missing, fix }, canBeFinished }
  }
  const fault: Fault = {
    rule: 'diff/release-unfinished',
    place: wholeFile(changeset ?? model),
    wrong: `version ${version} was begun and not finished: ${model} still holds the model of ${kept}`,
    fix: finish,
  }
  if (canBeFinished) return { fault, canBeFinished }
  const wrong = `${fault.wrong}, and this changeset still waits`
  const fix = `${finish}; or, if the changeset came later, lay it aside until "${command}" has finished that version`
  return { fault: { ...fault, wrong, fix }, canBeFinished }
}

/** What changesets make of a version before which nothing was released. */
function mayBeFirst(version: string): boolean {
  return /^(?:0\.0\.1|0\.1\.0|1\.0\.0)(?:-|$)/.test(version)
}

/** What to do where a part of the versions was made. */
export function toBeginAnew({ release }: House): string {
  return `take back what "${release.command}" wrote, such as by "git stash -u", and run it again`
}
