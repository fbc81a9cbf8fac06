/** What the login service is asked. */

import type { Table } from '../../collections/table.js'
import { atCompileTime, atRunTime, type Change, harmless, listed, mono } from '../change.js'
import { same } from '../picture/canonical-json.js'
import type { PicturedEndpoint } from '../picture/picture.js'
import { compareParts } from './compare-parts.js'
import { pairsOf } from './side-by-side.js'

export function compareEndpoints(
  before: Table<PicturedEndpoint>,
  after: Table<PicturedEndpoint>,
): readonly Change[] {
  const { added, removed, kept } = pairsOf(before, after)
  return [
    ...removed.map(([name]) =>
      atCompileTime('endpoint', 'removed', [name], `The endpoint ${mono(name)} is gone.`),
    ),
    ...kept.flatMap(([name, old, now]) => {
      const changes = compareEndpoint(name, old, now)
      if (changes.length > 0 || same(old, now)) return changes
      const words = `The endpoint ${mono(name)} is described in other words.`
      return [harmless('endpoint', 'words', [name], words)]
    }),
    ...added.map(([name, { method, path }]) =>
      harmless(
        'endpoint',
        'added',
        [name],
        `The endpoint ${mono(name)} (${mono(`${method} ${path}`)}) is new.`,
      ),
    ),
  ]
}

function compareEndpoint(name: string, before: PicturedEndpoint, after: PicturedEndpoint): readonly Change[] {
  const subject = `The endpoint ${mono(name)}`
  const changes: Change[] = [...compareParts(name, 'parameter', before.parameters, after.parameters)]
  const [from, to] = [`${before.method} ${before.path}`, `${after.method} ${after.path}`]
  if (from !== to) {
    changes.push(
      atRunTime('endpoint', 'default', [name], `${subject} is now ${mono(to)} instead of ${mono(from)}.`, {
        before: from,
        after: to,
      }),
    )
  }
  if (before.authentication !== after.authentication) {
    const words = `${subject} now asks for ${proofOf(after)} instead of ${proofOf(before)}.`
    const step = { before: before.authentication, after: after.authentication }
    changes.push(atRunTime('endpoint', 'default', [name], words, step))
  }
  const answers = { before: before.answer, after: after.answer }
  if (before.answer.message !== after.answer.message || before.answer.kind !== after.answer.kind) {
    const words = `${subject} now answers ${answerOf(after)} instead of ${answerOf(before)}.`
    changes.push(atCompileTime('endpoint', 'narrowed', [name], words, answers))
  } else if (!same(before.answer, after.answer)) {
    changes.push(
      atRunTime('endpoint', 'default', [name], `${subject} answers in another way than before.`, answers),
    )
  }
  changes.push(...compareMedia(name, subject, before.media, after.media))
  if (before.deprecated === undefined && after.deprecated !== undefined) {
    changes.push(
      harmless('endpoint', 'deprecated', [name], `${subject} is deprecated. ${after.deprecated}`, {
        after: after.deprecated,
      }),
    )
  }
  if (before.deprecated !== undefined && after.deprecated === undefined) {
    changes.push(
      harmless('endpoint', 'restored', [name], `${subject} is no longer deprecated.`, {
        before: before.deprecated,
      }),
    )
  }
  const unused = before.errors.filter((code) => !after.errors.includes(code))
  if (unused.length > 0) {
    changes.push(
      harmless('endpoint', 'narrowed', [name], `${subject} no longer answers ${listed(unused)}.`, {
        before: unused,
      }),
    )
  }
  const refusals = after.errors.filter((code) => !before.errors.includes(code))
  if (refusals.length > 0) {
    changes.push(
      harmless('endpoint', 'widened', [name], `${subject} may answer ${listed(refusals)} too.`, {
        after: refusals,
      }),
    )
  }
  return changes
}

function compareMedia(
  name: string,
  subject: string,
  before: readonly string[],
  after: readonly string[],
): Change[] {
  const changes: Change[] = []
  const [lost, gained] = [
    before.filter((type) => !after.includes(type)),
    after.filter((type) => !before.includes(type)),
  ]
  if (lost.length > 0) {
    changes.push(
      atRunTime('endpoint', 'narrowed', [name], `${subject} no longer takes ${listed(lost)}.`, {
        before: lost,
      }),
    )
  }
  if (gained.length > 0) {
    changes.push(
      harmless('endpoint', 'widened', [name], `${subject} takes ${listed(gained)} too.`, { after: gained }),
    )
  }
  const [from, to] = [before[0], after[0]]
  if (from !== undefined && to !== undefined && from !== to) {
    const words = `${subject} is now sent ${mono(to)} instead of ${mono(from)}.`
    changes.push(atRunTime('endpoint', 'default', [name], words, { before: from, after: to }))
  }
  return changes
}

function answerOf({ answer: { kind, message } }: PicturedEndpoint): string {
  if (message === undefined) return kind === 'page' ? 'with a page' : 'without a body'
  return kind === 'redirect' ? `${mono(message)} in a redirect` : mono(message)
}

function proofOf({ authentication }: PicturedEndpoint): string {
  return authentication === 'bearer'
    ? 'an access token in the header `Authorization`'
    : "the client's id, and its secret if it has one, in the body"
}
