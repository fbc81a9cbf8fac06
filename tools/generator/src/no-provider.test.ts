import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ownPackages, ownProvider } from './own-provider.fixture.js'

const root = join(import.meta.dirname, '..')
/** All that the generator is made of and tested with, and the schemas, which it quotes in faults of any spec. */
const files = ['src', 'pages', 'providers', 'faults', '../../spec/schema']
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))

/**
 * Lines that name this repository's provider elsewhere than in the name of the
 * packages and of the repository.
 */
function mentions(text: string): string[] {
  return text.split('\n').filter((line) => ownProvider.test(line.replaceAll(ownPackages, '')))
}

test('the generator knows no provider: in its source and tests the word is found in the name of our packages only, and in no schema', () => {
  expect(files.length).toBeGreaterThan(100)
  const found = files.flatMap((file) => [
    ...mentions(file.slice(root.length)),
    ...mentions(readFileSync(file, 'latin1')).map((line) => `${file}: ${line.trim()}`),
  ])
  expect(found).toEqual([])
})

test('the search finds what it looks for', () => {
  const provider = ownProvider.source
  expect(provider).toMatch(/^\w{3,}$/)
  expect(mentions(`from '@${ownPackages}/core'`)).toEqual([])
  expect(mentions(`const url = 'https://login.${provider}.com'`)).toHaveLength(1)
  expect(mentions(`/** As ${provider.toUpperCase()} does. */`)).toHaveLength(1)
})
