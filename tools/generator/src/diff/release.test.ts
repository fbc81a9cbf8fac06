import { expect, test } from 'vitest'
import { acme } from '../acme.fixture.js'
import { otherHouse } from '../house.fixture.js'
import { providers } from '../providers.fixture.js'
import { compare } from './compare.js'
import { pictureFrom } from './diff.fixture.js'
import { readRelease, writeRelease } from './release.js'

const picture = await pictureFrom(acme)
const text = writeRelease({ version: '0.1.0', picture }, otherHouse)
const bytes = (changed: string) => new TextEncoder().encode(changed)

test('the file opens with what made it, and each thing has a line of its own', () => {
  const lines = text.split('\n')
  expect(lines[1]).toBe(
    '  "about": "Written by bin/make at a release, by \\"make release\\": do not edit. What the next one is compared with.",',
  )
  expect(lines).toContain('    "GET /boxes": { "id": "list-boxes", "needs": [["box:read"]] },')
  expect(lines).toContain('    "crate": { "into": "box", "name": "Crates" },')
  expect(lines).toContain('  "version": "0.1.0",')
  expect(text).toMatch(/[^\n]\n$/)
})

test('the same spec gives the same bytes, in whatever order it is written', async () => {
  const turned = acme.operations.replace(/( {2}GET \/boxes: .*\n)( {2}POST \/boxes: .*\n)/, '$2$1')
  expect(turned).not.toBe(acme.operations)
  const again = await pictureFrom({ ...acme, operations: turned })
  expect(writeRelease({ version: '0.1.0', picture: again }, otherHouse)).toBe(text)
})

test.each(providers)('what is read of %s is what was written, and nothing of it changed', async (_, spec) => {
  const before = await pictureFrom(spec)
  const written = writeRelease({ version: '1.0.0', picture: before }, otherHouse)
  const read = readRelease(bytes(written), otherHouse)
  expect(read.version).toBe('1.0.0')
  expect(compare(read.picture, before, 'Scopes')).toEqual([])
  expect(writeRelease(read, otherHouse)).toBe(written)
})

test('another layout or other ends of lines do no harm', () => {
  expect(readRelease(bytes(JSON.stringify(JSON.parse(text))), otherHouse).version).toBe('0.1.0')
  expect(readRelease(bytes(text.replaceAll('\n', '\r\n')), otherHouse).version).toBe('0.1.0')
})

test.each([
  ['an edit', text.replace('"crate": { "into": "box"', '"crate": { "into": "gift_card"')],
  ['another version', text.replace('"version": "0.1.0"', '"version": "0.2.0"')],
  ['a part', text.slice(0, 200)],
  ['no seal', '{ "version": "0.1.0" }'],
  ['no object', '7'],
])('%s is not believed', (_, changed) => {
  expect(changed).not.toBe(text)
  expect(() => readRelease(bytes(changed), otherHouse)).toThrow(
    expect.objectContaining({
      faults: [
        expect.objectContaining({
          rule: 'diff/release-edited',
          place: expect.objectContaining({ file: 'api/released.json' }),
        }),
      ],
    }),
  )
})
