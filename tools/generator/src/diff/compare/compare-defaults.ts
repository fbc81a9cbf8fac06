/**
 * Single values that an app or its tests rest on: where the service is, how its API refuses, how long what it gives
 * lives and how it looks. The schema lets none of them come or go.
 */
import type { Table } from '../../collections/table.js'
import { atRunTime, type Change, harmless, mono } from '../change.js'
import type { Picture } from '../picture/picture.js'
import { pairsOf } from './side-by-side.js'

type Value = string | number

/** One value: what the spec calls it, what it is, and a sentence for what it is instead of what it was. */
type Default = readonly [key: string, of: (picture: Picture) => Value | undefined, told: Telling]

/** Both values as release notes show them. */
type Telling = (now: string, old: string) => string

export function compareDefaults(before: Picture, after: Picture): Change[] {
  const changed = [...inApps, ...refusalsOf(after)].flatMap(([key, of, told]): Change[] => {
    const [old, now] = [of(before), of(after)]
    if (old === undefined || now === undefined || old === now) return []
    const words = told(shown(now), shown(old))
    return [
      atRunTime('service', 'default', [key, String(now), String(old)], words, { before: old, after: now }),
    ]
  })
  return [
    ...changed,
    ...inTests('lifetimes', before.provider.lifetimes, after.provider.lifetimes, lives),
    ...inTests('credentials', before.provider.credentials, after.provider.credentials, looks),
  ]
}

function shown(value: Value): string {
  return value === '' ? 'nothing' : mono(String(value))
}

const allow = 'a firewall or a policy that names the addresses an app may call must allow it'

const inApps: readonly Default[] = [
  [
    'provider.loginUrl',
    ({ provider }) => provider.loginUrl,
    (now, old) => `The login is now at ${now} instead of ${old}: ${allow}.`,
  ],
  [
    'provider.apiUrl',
    ({ provider }) => provider.apiUrl,
    (now, old) => `The API is now at ${now} instead of ${old}: ${allow}.`,
  ],
  [
    'api.basePath',
    ({ api }) => api.basePath,
    (now, old) =>
      `Paths of the API now begin with ${now} instead of ${old}: URLs that an app writes itself must do so too.`,
  ],
  [
    'api.headers.granted',
    ({ api }) => api.headers.granted,
    (now, old) =>
      `The API now says in the header ${now} which scopes a token has, instead of in ${old}: code that reads it must read the new one.`,
  ],
  [
    'api.headers.accepted',
    ({ api }) => api.headers.accepted,
    (now, old) =>
      `The API now says in the header ${now} which scopes a call needs, instead of in ${old}: code that reads it must read the new one.`,
  ],
  [
    'api.refusal',
    ({ api }) => api.refusal,
    (now, old) =>
      `The body by which the API refuses a call is now ${now} instead of ${old}: code that reads it must read the new one.`,
  ],
]

/** What the API refuses, by the name of its error. */
const refusals: Table<string> = {
  invalidToken: 'a token that is of no use',
  insufficientScope: 'a token that lacks a scope',
  notFound: 'a call of an operation that does not exist',
}

function refusalsOf({ api }: Picture): readonly Default[] {
  return Object.keys(api.errors).flatMap((name): Default[] => {
    const refused = refusals[name] ?? name
    return [
      [
        `api.errors.${spelt(name)}.status`,
        (picture) => picture.api.errors[name]?.status,
        (now, old) => `The API now refuses ${refused} with the status ${now} instead of ${old}.`,
      ],
      [
        `api.errors.${spelt(name)}.reason`,
        (picture) => picture.api.errors[name]?.reason,
        (now, old) => `The API now refuses ${refused} with the reason ${now} instead of ${old}.`,
      ],
    ]
  })
}

/** Values that a server for tests alone goes by: the real one is as it is, and apps ask it. */
function inTests(room: string, before: Table<number>, after: Table<number>, told: TestTelling): Change[] {
  return pairsOf(before, after).kept.flatMap(([name, old, now]): Change[] => {
    if (old === now) return []
    const words = `In a server for tests, ${told(thingsOf(name), now, old)}`
    return [harmless('service', 'default', [`${room}.${spelt(name)}`], words, { before: old, after: now })]
  })
}

function thingsOf(name: string): string {
  return name === 'code' ? 'authorization codes' : `${spelt(name, ' ')}s`
}

type TestTelling = (things: string, now: number, old: number) => string

function lives(things: string, now: number, old: number): string {
  return `${things} now live ${now} seconds instead of ${old}: a test that waits for their end may notice, no app does.`
}

function looks(things: string, now: number, old: number): string {
  return `${things} now have ${now} characters instead of ${old}: a test that looks at them may notice, no app does.`
}

/** As the spec spells the name of something in code. */
function spelt(name: string, between = '_'): string {
  return name.replace(/[A-Z]/g, (letter) => between + letter.toLowerCase())
}
