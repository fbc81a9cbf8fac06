/** What `diff` says: for people, and as JSON. */
import type { Fault } from '../report/fault.js'
import { asJson as faultsAsJson } from '../report/json.js'
import { counted } from './change.js'
import { notesOf } from './changesets/changeset.js'
import type { Found } from './look.js'

/** What stops other commands, and is told beside what changed: a release that was not finished, scopes that are gone too early. */
export function wrongIn({ unfinished, lost }: Found): readonly Fault[] {
  return unfinished === undefined ? lost : [unfinished.fault, ...lost]
}

/** For people. */
export function inWords({ released, now, changes, notes, bump }: Found): string {
  if (released === undefined) {
    return 'Nothing was released yet, so everything is new: the first release needs no changeset of the spec.\n'
  }
  const { version, picture } = released
  if (changes.length === 0) return `The spec says what version ${version} says.\n`
  const documents = versions(picture.apiVersion, now.apiVersion)
  const title = `What changed since version ${version}${documents}:`
  const release = notes.length === 0 ? 'nothing that takes a release' : `at least a ${bump} release`
  return `${title}\n\n${notesOf(changes)}\n${counted(changes)}: ${release}.\n`
}

function versions(before: string | undefined, after: string | undefined): string {
  return before === after ? '' : ` (API document ${before ?? 'unknown'} → ${after ?? 'unknown'})`
}

/**
 * For programs: `released` is a version or null, `bump` none, patch, minor or major, `breaks` compile-time,
 * run-time or nothing, `before` and `after` what stood and what stands, where
 * that can be told, `faults` what `wrongIn` finds, `guesses` what imports guessed.
 */
export function asJson(found: Found): string {
  const { released, changes, bump, guesses } = found
  const head = { released: released?.version ?? null, bump, changes }
  return faultsAsJson(wrongIn(found), { head, guesses })
}
