import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { MemoryDisk } from '../disk/memory-disk.fixture.js'
import { otherHouse } from '../house/other-house.fixture.js'
import { readInputs } from '../inputs/inputs.js'
import { makeOnce } from '../make-once.fixture.js'
import { acme, filesOf } from '../spec/acme.fixture.js'
import { type PerPart, parts } from '../spec/documents.js'
import { providers } from '../spec/providers.fixture.js'

async function filesFrom(spec: PerPart<string>): Promise<readonly unknown[]> {
  const { files } = await makeOnce(await readInputs(otherHouse, new MemoryDisk(filesOf(spec))), otherHouse)
  return files
}

/**
 * The same document with the keys of its mappings the other way round, but for those
 * whose order means something.
 */
function reversed(text: string): string {
  return stringify(turned(parse(text), ''))
}

const meant = ['levels', 'parameters', 'fields']

function turned(value: unknown, at: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, turned(inner, key)])
  return Object.fromEntries(meant.includes(at) ? entries : entries.reverse())
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

test('the order of parameters is meant', async () => {
  const text = acme.endpoints.replace(/( +client_id: .*\n)( +response_type: .*\n)/, '$2$1')
  expect(text).not.toBe(acme.endpoints)
  expect(await filesFrom({ ...acme, endpoints: text })).not.toEqual(await filesFrom(acme))
})
