import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { house } from '../house/this-repository.js'
import { acme } from '../spec/acme.fixture.js'
import { diskOf, seeds } from '../validate/seeded-faults.fixture.js'
import { entryLoader } from './entries.js'
import { load } from './load.js'

const file = 'a.yaml'
const bytesOf = (text: string) => new TextEncoder().encode(text)
const same = (text: string, read = entryLoader()) => {
  const [whole, again] = [load({ file, bytes: bytesOf(text) }), read({ file, bytes: bytesOf(text) })]
  expect([again.faults, again.source?.data], text).toEqual([whole.faults, whole.source?.data])
  expect(JSON.stringify(again.source?.data)).toBe(JSON.stringify(whole.source?.data))
  return again
}

const folder = join(import.meta.dirname, '../../../..')
const parts = Object.values(house.spec)
const seeded = await Promise.all(parts.flatMap((part) => seeds.map((seed) => diskOf(seed).read(part))))
const spec = parts.map((part) => readFileSync(join(folder, part)))
const texts = new Set([...spec, ...seeded].map((bytes) => Buffer.from(bytes ?? []).toString('latin1')))

test('the spec and every seeded fault are read as if whole', { timeout: 60_000 }, () => {
  expect(texts.size).toBeGreaterThan(60)
  const read = entryLoader()
  for (const text of texts) same(text, read)
})

test('so is a file that lacks a line or a character, here and there', { timeout: 60_000 }, () => {
  for (const text of [...Object.values(acme), readFileSync(join(folder, 'spec/scopes.yaml'), 'utf8')]) {
    const read = entryLoader()
    const lines = text.split('\n')
    for (let at = 0; at < lines.length; at += 3) same(lines.toSpliced(at, 1).join('\n'), read)
    for (let at = 0; at < text.length; at += 61) same(text.slice(0, at) + text.slice(at + 1), read)
    same(text, read)
  }
})

test.each([
  'a:\n  b: 1\nc:\n',
  'a: # it\'s: so\n\n  # b\n  b: 1\n  "2": 3\n  1: 2\n',
  'a: ~ # b:\n  c: 1\n',
  'a: |\n  b: 1\n  c: 2\n',
  'a: {\n  b: 1,\n  c: 2 }\n',
  "a: 'x\n  b: 1\n  c: 2'\n",
  'a: &x\n  b: 1\n  c: 2\nd: *x\n',
  'a:\n  b: &x 1\n  c: *x\n',
  'a:\n  b: *x\n  c: &x 1\n',
  'a:\n  - b\n  - c: 1\n',
  'a:\n- b\n- c\n',
  'a:\n b: 1\n  c: 2\n',
  'a:\n   b: 1\n  c: 2\n',
  'a:\n  b: 1\n    c: 2\n',
  'a:\n  b: |\n  # not text\n  c: >2\n      text\n\n\n  d: |+\n    text\n\n',
  'a:\n  ? b\n  : c\n',
  'a:\n  b: 1\n  b: 2\n',
  'a: 1\nb: 2\na: 3\n',
  'a:\n  __proto__: 1\n  b: 2\n',
  'a:\n  <<: { b: 1 }\n  c: 2\n',
  '%YAML 1.2\n---\na:\n  b: 1\n',
  'a: 1\n---\nb: 2\n',
  'a: 1\n...\n',
  '   a: 1\nb: 2\n',
  'a: 1',
  'a:\n  b: 1\n\tc: 2\n',
  'a:\r\n  b: 1\r\n',
  'a: 1\r\nb: 2\r\n',
  'a: x\rb: 1\n',
  'a: x\u2028b: 1\n',
  '{ a: 1, b: 2 }\n',
  '{ a: 1 }\nb: 2\n',
  'a:\n  { b: 1 }\n',
  'a:\n  { b: 1 }\n  c: 2\n',
  '--- {a: 1}\nb: 2\n',
  '!!map {a: 1}\nb: 2\n',
  'a: b\n  c\n  d: e\n',
  'a\n',
  '[a, b]\n',
  '# nothing\n',
  '',
])('%j is read as if whole', (text) => {
  same(text)
})

test('an entry that did not change is not parsed again', () => {
  const read = entryLoader()
  const entriesOf = (text: string) => {
    const [[, a] = []] = Object.entries(Object(read({ file, bytes: bytesOf(text) }).source?.data))
    return new Map<string, unknown>(Object.entries(Object(a)))
  }
  const before = entriesOf('a:\n  b: { x: 1 }\n  c: { x: 2 }\n')
  const after = entriesOf('# more\na:\n  c: { x: 2 }\n  b: { x: 3 }\n')
  expect(after.get('c')).toBe(before.get('c'))
  expect(after.get('b')).toEqual({ x: 3 })
})

test('a place is that of the file as it is now', () => {
  const read = entryLoader()
  read({ file, bytes: bytesOf('a:\n  b: 1\n') })
  const { source } = read({ file, bytes: bytesOf('# more\na:\n  c: 2\n  b: 1\n') })
  expect(source?.place(['a', 'b'], 'key')).toMatchObject({ file, line: 4, column: 3, text: '  b: 1' })
})
