// The same spec gives the same bytes, whatever the machine, and however its files are written. Each case
// makes everything from nothing, with the command as it is built.
import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { root } from '../repository.js'
import { Clone, type Done, generator } from './clone.fixture.js'

const documents = readdirSync(`${root}spec`, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => join('spec', file))

let clone: Clone
let expected: ReadonlyMap<string, string>

beforeAll(() => {
  clone = new Clone(generator)
  // As they are committed: made on another machine, at another time.
  expected = clone.generated()
  expect(expected.size).toBeGreaterThan(50)
})
afterAll(() => clone.remove())

function makeAll(run: (args: readonly string[]) => Done, where: Clone = clone): void {
  where.forget()
  expect(where.generated().size).toBe(0)
  expect(run(['tools/generator/dist/main.js'])).toMatchObject({ status: 0 })
}

/** Files of the spec as something makes of them, and what is generated then; the files are put back. */
function generatedFrom(change: (text: string) => string): ReadonlyMap<string, string> {
  const texts = documents.map((file) => [file, clone.read(file)] as const)
  expect(texts.length).toBeGreaterThan(3)
  for (const [file, text] of texts) {
    expect(change(text)).not.toBe(text)
    clone.write(file, change(text))
  }
  makeAll((args) => clone.node(args))
  for (const [file, text] of texts) clone.write(file, text)
  return clone.generated()
}

test('the keys of mappings in another order', () => {
  expect(generatedFrom((text) => stringify(shuffled(parse(text))))).toEqual(expected)
})

function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, shuffled(inner)] as const)
  const place = (key: string, index: number) => (index * 7 + key.length * 13) % 101
  const places = entries.map((entry, index) => ({ entry, place: place(entry[0], index) }))
  return Object.fromEntries(places.sort((one, other) => other.place - one.place).map(({ entry }) => entry))
}

test('lines that end as on Windows, and a byte order mark', () => {
  expect(generatedFrom((text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual(expected)
})

test('another locale, and a time zone in the east', () => {
  makeAll((args) =>
    clone.node(args, {
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
      LANGUAGE: 'tr',
      TZ: 'Pacific/Kiritimati',
    }),
  )
  expect(clone.generated()).toEqual(expected)
})

test('another folder, no locale, and a time zone in the west', () => {
  const other = new Clone(generator)
  try {
    expect(other.folder).not.toBe(clone.folder)
    const env = { LANG: 'C', LC_ALL: 'C', LANGUAGE: '', TZ: 'Pacific/Pago_Pago' }
    makeAll((args) => other.node(args, env), other)
    expect(other.generated()).toEqual(expected)
  } finally {
    other.remove()
  }
})

/** The program itself, of a package that brings it for this kind of machine only. */
function nodeOf(name: string): string {
  try {
    const manifest = createRequire(`${root}tools/runtimes/package.json`).resolve(`${name}/package.json`)
    return join(manifest, '../bin/node')
  } catch {
    return ''
  }
}

// The packages hold programs for this kind of machine; elsewhere they are not installed.
const isBrought = `${process.platform}-${process.arch}` === 'linux-x64'

describe.skipIf(!isBrought)('another version of Node (needs linux-x64, for which it is brought)', () => {
  test.each([['node-22'], ['node-24']])('%s', (name) => {
    const node = nodeOf(name)
    expect(existsSync(node), `${name} is not installed: are optional dependencies left out?`).toBe(true)
    const { output } = clone.node(['--version'], {}, node)
    expect(output).toMatch(new RegExp(`^v${name.slice('node-'.length)}\\.`))
    makeAll((args) => clone.node(args, {}, node))
    expect(clone.generated()).toEqual(expected)
  })
})
