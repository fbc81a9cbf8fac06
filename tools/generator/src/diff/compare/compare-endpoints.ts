/** What the login service is asked. */

import type { Table } from '../../collections/table.js'
import { atCompileTime, atRunTime, type Change, harmless, listed, mono } from '../change.js'
import { same } from '../picture/canonical-json.js'
import type { PicturedAnswer, PicturedEndpoint } from '../picture/picture.js'
import { compareParts } from './compare-parts.js'
import { lostAndGained, pairsOf } from './side-by-side.js'

/** @param messages - the new names of those that have another. */
export function compareEndpoints(
  before: Table<PicturedEndpoint>,
  after: Table<PicturedEndpoint>,
  messages: ReadonlyMap<string, string>,
): readonly Change[] {
  const { added, removed, kept } = pairsOf(before, after)
  return [
    ...removed.map(([name]) =>
      atCompileTime('endpoint', 'removed', [name], `The endpoint ${mono(name)} is gone.`),
    ),
    ...kept.flatMap(([name, older, now]) => {
      const old = { ...older, answer: inNewWords(older.answer, messages) }
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
  return [
    ...compareParts(name, 'parameter', before.parameters, after.parameters),
    ...compareRequests(name, subject, before, after),
    ...compareAnswers(name, subject, before.answer, after.answer),
    ...compareMedia(name, subject, before.media, after.media),
    ...compareDeprecations(name, subject, before.deprecated, after.deprecated),
    ...compareErrors(name, subject, before.errors, after.errors),
  ]
}

function compareRequests(
  name: string,
  subject: string,
  before: PicturedEndpoint,
  after: PicturedEndpoint,
): Change[] {
  const changes: Change[] = []
  const [from, to] = [`${before.method} ${before.path}`, `${after.method} ${after.path}`]
  if (from !== to) {
    const words = `${subject} is now ${mono(to)} instead of ${mono(from)}.`
    changes.push(atRunTime('endpoint', 'default', [name], words, { before: from, after: to }))
  }
  if (before.authentication !== after.authentication) {
    const words = `${subject} now asks for ${proofOf(after)} instead of ${proofOf(before)}.`
    const step = { before: before.authentication, after: after.authentication }
    changes.push(atRunTime('endpoint', 'default', [name], words, step))
  }
  return changes
}

function compareDeprecations(
  name: string,
  subject: string,
  before: string | undefined,
  after: string | undefined,
): Change[] {
  if (before === undefined && after !== undefined)
    return [harmless('endpoint', 'deprecated', [name], `${subject} is deprecated. ${after}`, { after })]
  if (before !== undefined && after === undefined)
    return [harmless('endpoint', 'restored', [name], `${subject} is no longer deprecated.`, { before })]
  return []
}

function compareErrors(
  name: string,
  subject: string,
  before: readonly string[],
  after: readonly string[],
): Change[] {
  const { lost, gained } = lostAndGained(before, after)
  const changes: Change[] = []
  if (lost.length > 0) {
    const words = `${subject} no longer answers ${listed(lost)}.`
    changes.push(harmless('endpoint', 'narrowed', [name], words, { before: lost }))
  }
  if (gained.length > 0) {
    const words = `${subject} may answer ${listed(gained)} too.`
    changes.push(harmless('endpoint', 'widened', [name], words, { after: gained }))
  }
  return changes
}

/** An answer by the names that messages have now: renaming one answers nothing else. */
function inNewWords(answer: PicturedAnswer, messages: ReadonlyMap<string, string>): PicturedAnswer {
  const now = (name: string | undefined) => name && (messages.get(name) ?? name)
  return { ...answer, message: now(answer.message), fragment: now(answer.fragment) }
}

function compareAnswers(
  name: string,
  subject: string,
  before: PicturedAnswer,
  after: PicturedAnswer,
): Change[] {
  if (same(before, after)) return []
  const isOther = before.message !== after.message || before.kind !== after.kind
  const [tell, kind, inWords] = isOther
    ? ([atCompileTime, 'narrowed', answerOf] as const)
    : ([atRunTime, 'default', mannerOf] as const)
  const words = `${subject} now answers ${inWords(after)} instead of ${inWords(before)}.`
  return [tell('endpoint', kind, [name], words, { before, after })]
}

function compareMedia(
  name: string,
  subject: string,
  before: readonly string[],
  after: readonly string[],
): Change[] {
  const changes: Change[] = []
  const { lost, gained } = lostAndGained(before, after)
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

function answerOf({ kind, message }: PicturedAnswer): string {
  if (message === undefined) return kind === 'page' ? 'with a page' : 'without a body'
  return kind === 'redirect' ? `${mono(message)} in a redirect` : mono(message)
}

/** How the same is answered. */
function mannerOf({ status, location, fragment }: PicturedAnswer): string {
  if (status !== undefined) return `with status ${mono(String(status))}`
  if (location !== undefined) return `with the page ${mono(location)}`
  return fragment === undefined ? 'without a fragment' : `with ${mono(fragment)} in the fragment`
}

function proofOf({ authentication }: PicturedEndpoint): string {
  return authentication === 'bearer'
    ? 'an access token in the header `Authorization`'
    : "the client's id, and its secret if it has one, in the body"
}
