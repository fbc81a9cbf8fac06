// What a run with nothing to do costs, without a clock: the modules that it loads, as V8
// tells them of every thread.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Clone, generator } from './clone.fixture.js'

let clone: Clone

beforeAll(() => {
  clone = new Clone(generator)
})
afterAll(() => clone.remove())

/** Every file that a run of the built command loads, by the part of its URL that tells it. */
function loadedBy(...args: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-'))
  try {
    const command = ['tools/generator/dist/main.js', ...args]
    expect(clone.node(command, { NODE_V8_COVERAGE: folder })).toMatchObject({ status: 0 })
    const urls = readdirSync(folder).flatMap((file) => {
      const coverage: { result: { url: string }[] } = JSON.parse(readFileSync(join(folder, file), 'utf8'))
      return coverage.result.map(({ url }) => url)
    })
    return urls.filter((url) => url.startsWith('file:'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const heavy = ['yaml', 'ajv', 'ts-morph'] as const

function packagesIn(urls: readonly string[]): readonly string[] {
  return heavy.filter((name) => urls.some((url) => url.includes(`/node_modules/${name}/`)))
}

const compilesSchemas = (url: string) => url.endsWith('/node_modules/ajv/dist/ajv.js')

test('a full run is seen to load the reader of YAML, the schema validator, and ts-morph, which has TypeScript in it', () => {
  clone.forget({ judgesToo: true })
  const first = loadedBy()
  expect(packagesIn(first)).toEqual(heavy)
  expect(first.some(compilesSchemas)).toBe(true)
})

test('the next full run compiles no schema', () => {
  clone.forget()
  const next = loadedBy()
  expect(packagesIn(next)).toContain('yaml')
  expect(next.some(compilesSchemas)).toBe(false)
})

test.each([[[]], [['--check']]])('with nothing changed, %j loads no package at all', (args) => {
  clone.generate()
  const urls = loadedBy(...args)
  expect(urls.length).toBeGreaterThan(5)
  expect(packagesIn(urls)).toEqual([])
  expect(urls.filter((url) => url.includes('/node_modules/'))).toEqual([])
  expect(urls.filter((url) => /\/(load|validate|model|emit)\//.test(url))).toEqual([])
})
