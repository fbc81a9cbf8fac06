import { expect, test } from 'vitest'
import { MemoryDisk } from '../disk/memory-disk.fixture.js'
import type { Made } from '../emit/made.js'
import { bundleOf, isSame, type Part } from '../inputs/bundle.js'
import { wholeFile } from '../report/fault.js'
import type { Standing } from '../write/standing.js'
import { recall, remember } from './remember.js'

const from = { engine: 'engine', inputs: { parts: [['spec.yaml', 'a: 1']] } } as const
const guesses = [{ place: wholeFile('spec.yaml'), says: 'ä' }]
const made: Made = {
  files: [
    { path: 'b.ts', text: 'b\n' },
    { path: 'a.ts', text: 'ä\n' },
  ],
  guesses: () => guesses,
}

/** What stands on a disk that holds these texts. */
function standing(texts: Readonly<Record<string, string>>): readonly Standing[] {
  return Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)])
}
const asMade = { 'a.ts': 'ä\n', 'b.ts': 'b\n' }

test('what was made, and what is to decide, is known where it stands', async () => {
  const disk = new MemoryDisk()
  expect(await recall(disk, 'cache', from, standing(asMade))).toBeUndefined()
  await remember(disk, 'cache', from, made)
  expect(await recall(disk, 'cache', from, standing(asMade))).toEqual(guesses)
})

test.each([
  ['edited', { ...asMade, 'a.ts': 'a\n' }],
  ['missing', { 'a.ts': 'ä\n' }],
  ['added', { ...asMade, 'c.ts': '' }],
])('where a file is %s, it is not', async (_, texts) => {
  const disk = new MemoryDisk()
  await remember(disk, 'cache', from, made)
  expect(await recall(disk, 'cache', from, standing(texts))).toBeUndefined()
})

test('what was made of something else is not what is asked for', async () => {
  const disk = new MemoryDisk()
  await remember(disk, 'cache', from, made)
  for (const other of [
    { ...from, engine: 'newer engine' },
    { ...from, inputs: { parts: [['spec.yaml', 'a: 2']] } } as const,
  ])
    expect(await recall(disk, 'cache', other, standing(asMade))).toBeUndefined()
})

test('where one part ends and the next begins counts, and so does whether there is one', () => {
  const bundles: (readonly Part[])[] = [
    [
      ['a', 'ab'],
      ['b', 'c'],
    ],
    [
      ['a', 'a'],
      ['b', 'bc'],
    ],
    [['a', 'abc']],
    [['a', '']],
    [['a', undefined]],
    [],
  ]
  expect(new Set(bundles.map((parts) => String(bundleOf(parts)))).size).toBe(bundles.length)
  for (const [at, one] of bundles.entries())
    expect(bundles.map((other) => isSame(one, other))).toEqual(bundles.map((_, other) => other === at))
  expect(isSame([['a', 'ä']], [['a', new TextEncoder().encode('ä')]])).toBe(true)
})

test('a place where nothing can be kept is no fault', async () => {
  const disk = new MemoryDisk()
  disk.write = () => Promise.reject(new Error('read only'))
  await remember(disk, 'cache', from, made)
  expect(await recall(disk, 'cache', from, standing(asMade))).toBeUndefined()
})
