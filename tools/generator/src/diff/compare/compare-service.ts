/** The login service as a whole: its defaults, its name in code, its error codes, what the reference says of it. */

import type { Table } from '../../collections/table.js'
import { aside, atCompileTime, atRunTime, type Change, harmless, mono } from '../change.js'
import { same } from '../picture/canonical-json.js'
import type { Picture, PicturedError } from '../picture/picture.js'
import { compareDefaults } from './compare-defaults.js'
import { pairsOf } from './side-by-side.js'

export function compareService(before: Picture, after: Picture): readonly Change[] {
  return [
    ...compareDefaults(before, after),
    ...compareConstants(before, after),
    ...compareErrors(before.errors, after.errors),
    ...compareDiscovery(before, after),
    ...compareVersions(before, after),
  ]
}

function compareConstants({ provider: before }: Picture, { provider: after }: Picture): Change[] {
  if (before.constant === after.constant) return []
  const words = `The constant ${mono(before.constant)}, which a server for tests is made of, is now called ${mono(after.constant)}.`
  return [
    atCompileTime('service', 'renamed', [before.constant], words, {
      before: before.constant,
      after: after.constant,
    }),
  ]
}

function compareErrors(before: Table<PicturedError>, after: Table<PicturedError>): Change[] {
  const { added, removed, kept } = pairsOf(before, after)
  return [
    ...removed.map(([code]) =>
      atCompileTime('service', 'removed', [code], `The error code ${mono(code)} is gone.`),
    ),
    ...kept.flatMap(([code, old, now]) => {
      if (same(old, now)) return []
      const subject = `The error code ${mono(code)}`
      const changes: Change[] = []
      if (old.means !== now.means) {
        const words = `${subject} now means ${mono(now.means ?? code)} instead of ${mono(old.means ?? code)}.`
        changes.push(atRunTime('service', 'default', [code], words, { before: old.means, after: now.means }))
      }
      if (old.status !== now.status) {
        const words = `${subject} now comes with the status ${now.status} instead of ${old.status}.`
        changes.push(
          atRunTime('service', 'default', [code], words, { before: old.status, after: now.status }),
        )
      }
      if (changes.length > 0) return changes
      return [harmless('service', 'words', [code], `${subject} is described in other words.`)]
    }),
    // As with the values of a field: an app that is answered it may have named every one that there was.
    ...added.map(([code]) =>
      atCompileTime(
        'service',
        'added',
        [code],
        `The error code ${mono(code)} is new: what came as a refusal without a known code comes with it.`,
      ),
    ),
  ]
}

function compareDiscovery({ provider: before }: Picture, { provider: after }: Picture): Change[] {
  const [old, now] = [before.discovery, after.discovery]
  if (old === now) return []
  const words = {
    true: `${after.name} now publishes a document of its metadata (RFC 8414).`,
    false: `${after.name} publishes no document of its metadata (RFC 8414).`,
    undefined: `Whether ${after.name} publishes a document of its metadata (RFC 8414) is not known.`,
  }[`${now}`]
  return [harmless('service', 'words', ['provider.discovery'], words, { before: old, after: now })]
}

function compareVersions({ apiVersion: before }: Picture, { apiVersion: after }: Picture): Change[] {
  if (before === after || after === undefined) return []
  return [
    aside(
      'service',
      'words',
      ['apiVersion'],
      `The API is described as of version ${after} of its document.`,
      { before, after },
    ),
  ]
}
