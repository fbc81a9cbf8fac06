import { expect, test } from 'vitest'
import { MemoryDisk } from '../disk/memory-disk.fixture.js'
import { markLine } from './mark.js'
import { planChanges, type TextFile } from './plan.js'

const signature = { maker: 'bin/make', command: 'make it' }
const marked = (text: string) => `${markLine(signature, 'a.ts', ['x'])}\n${text}`

async function plan(files: Record<string, string>, disk: Record<string, string>) {
  const wanted = Object.entries(files).map(([path, text]) => ({ path, text }))
  return (await planned(wanted, disk)).changes
}

function planned(wanted: readonly TextFile[], disk: Record<string, string>) {
  return planChanges(wanted, ['out'], signature, new MemoryDisk(disk))
}

test('a file that is as it should be is no change', async () => {
  expect(await plan({ 'out/a.ts': marked('a') }, { 'out/a.ts': marked('a') })).toEqual([])
})

test('missing, edited and left-over files are changes, sorted by path', async () => {
  const changes = await plan(
    { 'out/c.ts': marked('c'), 'out/a/b.ts': marked('b') },
    { 'out/c.ts': marked('other'), 'out/old.ts': marked('old') },
  )
  expect(changes).toEqual([
    { path: 'out/a/b.ts', before: undefined, after: marked('b'), foreign: false },
    { path: 'out/c.ts', before: marked('other'), after: marked('c'), foreign: false },
    { path: 'out/old.ts', before: marked('old'), after: undefined, foreign: false },
  ])
})

test('a file without the mark is foreign where one belongs, and left alone elsewhere', async () => {
  const changes = await plan(
    { 'out/a.ts': marked('a') },
    { 'out/a.ts': 'mine', 'out/b.ts': 'mine', 'away/c.ts': marked('c') },
  )
  expect(changes).toEqual([{ path: 'out/a.ts', before: 'mine', after: marked('a'), foreign: true }])
})

test('a file without the mark among generated ones is a stranger, if it is not hidden', async () => {
  const files = { 'out/a.ts': marked('a'), 'out/in/old.ts': 'mine', 'out/.hidden': 'x', 'away/b.ts': 'y' }
  const plan = await planned([{ path: 'out/a.ts', text: marked('a') }], files)
  expect(plan).toEqual({ changes: [], strangers: ['out/in/old.ts'] })
})

test('line ends of another system and a byte order mark are edits', async () => {
  const text = marked('a\n')
  expect(await plan({ 'out/a.ts': text }, { 'out/a.ts': text.replaceAll('\n', '\r\n') })).toHaveLength(1)
  expect(await plan({ 'out/a.ts': text }, { 'out/a.ts': `\uFEFF${text}` })).toHaveLength(1)
})
