import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { MemoryDisk } from '../disk/memory-disk.fixture.js'
import { otherHouse } from '../house/other-house.fixture.js'
import { readInputs } from '../inputs/inputs.js'
import { makeOnce } from '../make-once.fixture.js'
import { acme, filesOf } from '../spec/acme.fixture.js'
import { type PerPart, parts } from '../spec/documents.js'
import { providers } from '../spec/providers.fixture.js'
import { inOrder } from './in-order.js'

async function filesFrom(spec: PerPart<string>): Promise<readonly unknown[]> {
  const { files } = await makeOnce(await readInputs(otherHouse, new MemoryDisk(filesOf(spec))), otherHouse)
  return files
}

/** The same document with the keys of its mappings the other way round. */
function reversed(text: string): string {
  return stringify(turned(parse(text)))
}

function turned(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, turned(inner)])
      .reverse(),
  )
}

test.each([['Acme', acme] as const, ...providers])(
  'the keys of a mapping have no order: %s gives the same bytes when they are turned round',
  async (_, spec) => {
    const [endpoints, scopes, operations] = parts.map((part) => reversed(spec[part]))
    const other = { endpoints: endpoints ?? '', scopes: scopes ?? '', operations: operations ?? '' }
    expect(other).not.toEqual(spec)
    expect(await filesFrom(other)).toEqual(await filesFrom(spec))
  },
)

test('parameters and fields that must be there stand before those that may be left out, each by name', () => {
  const [endpoints, scopes, operations] = parts.map((part) => parse(acme[part]))
  const { endpoints: ordered } = inOrder({ endpoints, scopes, operations })
  const parametersOf = (name: string) => Object.keys(ordered.endpoints[name]?.parameters ?? {})
  expect(parametersOf('authorize')).toEqual(['client_id', 'response_type', 'max_age', 'scope'])
  // What `grant_type` says is taken for granted at the first, and must be said at the second.
  expect(parametersOf('exchange')).toEqual(['client_id', 'code', 'grant_type'])
  expect(parametersOf('refresh')).toEqual(['grant_type', 'refresh_token'])
  expect(Object.keys(ordered.messages['token_response']?.fields ?? {})).toEqual([
    'access_token',
    'token_type',
    'expires_in',
    'refresh_token',
    'scope',
  ])
})

test('a level stands after those that it includes, and beside the others by name', () => {
  const levels = Object.fromEntries(
    Object.entries({ all: ['write', 'see'], write: ['read'], see: [], read: [] }).map(([name, includes]) => [
      name,
      { name, title: '', description: '', includes },
    ]),
  )
  const [endpoints, scopes, operations] = parts.map((part) => parse(acme[part]))
  const ordered = inOrder({ endpoints, scopes: { ...scopes, levels }, operations })
  expect(Object.keys(ordered.scopes.levels ?? {})).toEqual(['read', 'see', 'write', 'all'])
})
