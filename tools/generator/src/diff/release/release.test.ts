import { expect, test } from 'vitest'
import { otherHouse } from '../../house/other-house.fixture.js'
import { Faults } from '../../report/fault.js'
import { acme } from '../../spec/acme.fixture.js'
import { providers } from '../../spec/providers.fixture.js'
import { compare } from '../compare/compare.js'
import { pictureFrom } from '../diff.fixture.js'
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

const git =
  'take the file back from git as the last release left it: "git log -- api/released.json" shows the commits'

/** What is told of a changed file: place, what the caret marks, what is wrong, what to do. */
function faultsOf(changed: string): readonly string[] {
  expect(changed).not.toBe(text)
  try {
    readRelease(bytes(changed), otherHouse)
    return []
  } catch (error) {
    if (!(error instanceof Faults)) throw error
    return error.faults.map(({ place: { file, line, column, width, text: whole }, wrong, fix }) => {
      const marked = whole.slice(column - 1, column - 1 + width)
      return `${file}:${line}:${column} ${marked}: ${wrong}${fix === git ? '' : `: ${fix}`}`
    })
  }
}

const lineOf = (start: string) => text.split('\n').findIndex((line) => line.startsWith(start)) + 1
const marker = `  "form": 1,\n<<<<<<< ours\n  "messages": {},\n=======\n  "messages": { "a": {} },\n>>>>>>> theirs\n`

test.each<[string, string, string]>([
  [
    'an edit',
    text.replace('"crate": { "into": "box"', '"crate": { "into": "gift_card"'),
    `${lineOf('  "folded"')}:3 "folded": "folded" is not what the last release wrote: it was edited`,
  ],
  [
    'another version',
    text.replace('"version": "0.1.0"', '"version": "0.2.0"'),
    `${lineOf('  "version"')}:3 "version": "version" is not what the last release wrote: it was edited`,
  ],
  [
    'a part more',
    text.replace('\n  "version"', '\n  "toString": {},\n  "version"'),
    `${lineOf('  "version"')}:3 "toString": "toString" is not what the last release wrote: it was edited`,
  ],
  [
    'a part less',
    text.replace(/ {2}"operations": [\s\S]*? {2}"provider"/, '  "provider"'),
    '"operations", which is sealed here, is missing',
  ],
  ['a torn file', text.slice(0, 200), ': this quote is never closed'],
  ['an empty file', '', '1:1 : the file is empty'],
  ['no object', '7', '1:1 7: no seal of a release stands in this file: no release wrote it'],
  ['a list', '[]', '1:1 []: no seal of a release stands in this file: no release wrote it'],
  ['no seal', '{ "version": "0.1.0" }', 'no seal of a release stands in this file: no release wrote it'],
  [
    'a merge that was never finished',
    text.replace('  "form": 1,\n', marker),
    `${lineOf('  "form"') + 1}:1 <<<<<<< ours: two releases were merged here, and never made one`,
  ],
  [
    'another form',
    text.replace('"form": 1', '"form": 0'),
    `${lineOf('  "form"')}:11 0: this release was written in form 0, and form 1 is read here: check out the spec of version 0.1.0, run "make diff --release", and check out the spec of today again`,
  ],
])('%s is not believed, and shown at its place', (_, changed, fault) => {
  expect(faultsOf(changed)).toEqual([expect.stringContaining(fault)])
})
