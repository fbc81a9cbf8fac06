import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folder = import.meta.dirname
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(file),
)

/** Lines that name this repository's provider elsewhere than in the name of the packages and of the repository. */
function mentions(text: string): string[] {
  return text.split('\n').filter((line) => /linode/i.test(line.replaceAll('linode-login', '')))
}

test('the generator knows no provider: in its source the word is found in the name of our packages only', () => {
  expect(sources.length).toBeGreaterThan(100)
  const found = sources.flatMap((file) =>
    mentions(readFileSync(join(folder, file), 'utf8')).map((line) => `${file}: ${line.trim()}`),
  )
  expect(found).toEqual([])
})

test('the search finds what it looks for', () => {
  expect(mentions("from '@linode-login/core'")).toEqual([])
  expect(mentions("const url = 'https://login.linode.com'")).toHaveLength(1)
  expect(mentions('/** As Linode does. */')).toHaveLength(1)
})
