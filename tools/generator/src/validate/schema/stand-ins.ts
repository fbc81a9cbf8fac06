/**
 * What takes the place of an entry that its schema refused, so that the rules can judge the rest of
 * the file in the same run: the entry's name stays known to whoever refers to it, and nothing is
 * said of the entry besides.
 */

import { own } from '../../collections/own.js'
import { type Table, tableOf } from '../../collections/table.js'
import type { Path } from '../../load/source.js'
import type { Part, PerPart } from '../../spec/documents.js'
import type { SchemaComplaint } from './complaints/complaint.js'

/** A document with stand-ins, and the paths that they stand at. */
export interface Patched {
  readonly data: unknown
  /** Whether a path leads to a stand-in or into one. */
  covers(path: Path): boolean
  /** The sections of which an entry was left out, and nobody knows what it was meant to be called. */
  readonly incomplete: ReadonlySet<string>
}

/**
 * The document with a stand-in for each entry that is complained of; none where the
 * whole document is at fault.
 */
export function withStandIns(
  part: Part,
  data: unknown,
  complaints: readonly SchemaComplaint[],
): Patched | undefined {
  const document: Record<string, unknown> = { ...tableOf(data) }
  const covered = new Set<string>()
  const incomplete = new Set<string>()
  for (const { path, rule, suggestion } of complaints) {
    const [section, key] = path.map(String)
    if (section === undefined) return undefined
    const entry = own(entries[part], section)
    if (entry === undefined) {
      const constant = own(constants[part], section)
      if (constant === undefined && !isPlain(document[section])) return undefined
      put(document, section, constant?.(tableOf(document[section])))
      covered.add(section)
    } else {
      if (key === undefined) return undefined
      const table = { ...tableOf(document[section]) }
      const isMisnamed = rule === 'schema/key-form' && path.length === 2
      put(table, key, isMisnamed ? undefined : entry.standIn)
      if (isMisnamed && suggestion === undefined) incomplete.add(section)
      const meant = isMisnamed ? suggestion : entryWithin(data, path, rule)
      if (meant !== undefined && !Object.hasOwn(table, meant)) {
        put(table, meant, entry.standIn)
        covered.add(`${section} ${meant}`)
      }
      document[section] = table
      covered.add(`${section} ${key}`)
    }
  }
  return {
    data: document,
    incomplete,
    covers: ([section, key]) => covered.has(`${section}`) || covered.has(`${section} ${key}`),
  }
}

/** A mapping that an entry holds under a key which is not known there: an entry itself, indented one step too deep. */
function entryWithin(data: unknown, path: Path, rule: string): string | undefined {
  if (rule !== 'schema/unknown-key' || path.length !== 3) return undefined
  const value = path.reduce((held, key) => own(tableOf(held), String(key)), data)
  return Object.keys(tableOf(value)).length > 0 ? String(path[2]) : undefined
}

/** Whether what stands under an unknown name is a text or the like: no section of entries that was given another name. */
function isPlain(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value)
}

function put(table: Record<string, unknown>, key: string, value: unknown): void {
  if (value === undefined) delete table[key]
  else table[key] = value
}

type Sections<T> = PerPart<Readonly<Record<string, T>>>

/** The tables whose entries are replaced one by one; an entry that nothing refers to is left out instead. */
const entries: Sections<{ readonly standIn: unknown }> = {
  scopes: {
    levels: { standIn: { name: 'standIn', title: '{title}', description: 'Nothing of {things}.' } },
    families: { standIn: { name: 'StandIn', things: 'nothing' } },
    folded: { standIn: undefined },
    scopes: { standIn: { name: 'standIn', description: 'Nothing.' } },
  },
  endpoints: {
    endpoints: {
      standIn: {
        title: 'Stand-in',
        description: 'Nothing.',
        source: 'facts',
        method: 'GET',
        path: '/stand-in',
        answer: { location: '/stand-in' },
      },
    },
    messages: {
      standIn: {
        title: 'Nothing',
        description: 'Nothing.',
        source: 'facts',
        fields: { nothing: { type: 'text', description: 'Nothing.' } },
      },
    },
    errors: { standIn: { status: 400, description: 'Nothing.', source: 'facts' } },
  },
  operations: { operations: { standIn: { id: 'stand-in', auth: 'none' } } },
}

const origin = 'https://localhost'
const apiError = { status: 400, reason: 'Nothing', description: 'Nothing.' }

/** What takes the place of a section as a whole; what may be left out is, but for a scope that others may name. */
const constants: Sections<(written: Table<unknown>) => unknown> = {
  scopes: {
    separators: () => ({ read: [' '], write: ' ' }),
    ignoreCase: leftOut,
    wildcard: ({ scope }) => ({
      scope: typeof scope === 'string' ? scope : '*',
      name: 'standIn',
      title: 'Nothing',
      description: 'Nothing.',
    }),
    nothing: leftOut,
    bare: leftOut,
    dropped: leftOut,
  },
  endpoints: {
    provider: () => ({ name: 'Nobody', loginUrl: origin, apiUrl: origin }),
    credentials: () => ({ client_id: 8, client_secret: 8, code: 8, access_token: 8, refresh_token: 8 }),
    lifetimes: () => ({ code: 1, access_token: 1 }),
    api: () => ({
      basePath: '',
      headers: { granted: 'X-Granted', accepted: 'X-Accepted' },
      errors: { invalid_token: apiError, insufficient_scope: apiError, not_found: apiError },
    }),
  },
  operations: { version: leftOut },
}

function leftOut(): undefined {
  return undefined
}
