/** Where the service is, what it gives and refuses, and how long what it gives lives. */

import type { Table } from '../../collections/table.js'
import { atCompileTime, atRunTime, type Change, harmless, mono } from '../change.js'
import { same } from '../picture/canonical-json.js'
import type { Picture, PicturedError } from '../picture/picture.js'
import { pairsOf } from './side-by-side.js'

export function compareService(before: Picture, after: Picture): readonly Change[] {
  return [
    ...compareDefaults(defaultsOf(before), defaultsOf(after)),
    ...compareConstants(before, after),
    ...compareErrors(before.errors, after.errors),
    ...compareVersions(before, after),
  ]
}

/** Single values that an app or its tests rest on, by the names that the spec has for them. */
function defaultsOf({ provider, api }: Picture): Table<string | number> {
  const under = <T>(room: string, table: Table<T>): [string, T][] =>
    Object.entries(table).map(([name, value]) => [`${room}.${name}`, value])
  return Object.fromEntries<string | number>([
    ['loginUrl', provider.loginUrl],
    ['apiUrl', provider.apiUrl],
    ['discovery', String(provider.discovery ?? 'unknown')],
    ...under('credentials', provider.credentials),
    ...under('lifetimes', provider.lifetimes),
    ['api.basePath', api.basePath],
    ...under('api.headers', api.headers),
    ['api.refusal', api.refusal],
    ...Object.entries(api.errors).flatMap(([name, { status, reason }]): [string, string | number][] => [
      [`api.errors.${name}.status`, status],
      [`api.errors.${name}.reason`, reason],
    ]),
  ])
}

function compareDefaults(before: Table<string | number>, after: Table<string | number>): Change[] {
  const { added, removed, kept } = pairsOf(before, after)
  return [
    ...removed.map(([name]) => atRunTime('service', 'removed', [name], `The default ${mono(name)} is gone.`)),
    ...kept
      .filter(([, old, now]) => old !== now)
      .map(([name, old, now]) =>
        atRunTime(
          'service',
          'default',
          [name],
          `The default ${mono(name)} is now ${mono(String(now))} instead of ${mono(String(old))}.`,
        ),
      ),
    ...added.map(([name, value]) =>
      harmless('service', 'added', [name], `The default ${mono(name)} is new: ${mono(String(value))}.`),
    ),
  ]
}

function compareConstants({ provider: before }: Picture, { provider: after }: Picture): Change[] {
  if (before.constant === after.constant) return []
  const words = `The provider ${mono(before.constant)} is now called ${mono(after.constant)}.`
  return [atCompileTime('service', 'renamed', [before.constant], words)]
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
        changes.push(atRunTime('service', 'default', [code], words))
      }
      if (old.status !== now.status) {
        const words = `${subject} now comes with the status ${now.status} instead of ${old.status}.`
        changes.push(atRunTime('service', 'default', [code], words))
      }
      if (changes.length > 0) return changes
      return [harmless('service', 'words', [code], `${subject} is described in other words.`)]
    }),
    ...added.map(([code]) => harmless('service', 'added', [code], `The error code ${mono(code)} is new.`)),
  ]
}

function compareVersions({ apiVersion: before }: Picture, { apiVersion: after }: Picture): Change[] {
  if (before === after || after === undefined) return []
  return [
    harmless(
      'service',
      'words',
      ['apiVersion'],
      `The API is described as of version ${after} of its document.`,
    ),
  ]
}
