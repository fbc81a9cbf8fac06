import { expect, test } from 'vitest'
import type { TextFile } from '../emit/made.js'
import { markLine } from '../house/mark.js'
import { planChanges } from './plan.js'
import type { Standing } from './standing.js'

const signature = { maker: 'bin/make', command: 'make it' }
const marked = (text: string) => `${markLine(signature, 'a.ts', ['x'])}\n${text}`

function plan(files: Record<string, string>, standing: Record<string, string>) {
  const wanted = Object.entries(files).map(([path, text]) => ({ path, text }))
  return planned(wanted, standing).changes
}

function planned(wanted: readonly TextFile[], standing: Record<string, string>, wereCurrent = false) {
  const encoder = new TextEncoder()
  const found = Object.entries(standing).map(([path, text]): Standing => [path, encoder.encode(text)])
  return planChanges(wanted, found, signature, wereCurrent)
}

test('a file that is as it should be is no change', () => {
  expect(plan({ 'out/a.ts': marked('a') }, { 'out/a.ts': marked('a') })).toEqual([])
})

test('missing, edited and left-over files are changes, sorted by path', () => {
  const changes = plan(
    { 'out/c.ts': marked('c'), 'out/a/b.ts': marked('b') },
    { 'out/c.ts': marked('other'), 'out/old.ts': marked('old') },
  )
  expect(changes).toEqual([
    { path: 'out/a/b.ts', before: undefined, after: marked('b'), foreign: false },
    { path: 'out/c.ts', before: marked('other'), after: marked('c'), foreign: false },
    { path: 'out/old.ts', before: marked('old'), after: undefined, foreign: false },
  ])
})

test('a file without the mark is foreign where one belongs, and left alone elsewhere', () => {
  const changes = plan({ 'out/a.ts': marked('a') }, { 'out/a.ts': 'mine', 'out/b.ts': 'mine' })
  expect(changes).toEqual([{ path: 'out/a.ts', before: 'mine', after: marked('a'), foreign: true }])
})

test('a file without the mark among generated ones is a stranger', () => {
  const files = { 'out/a.ts': marked('a'), 'out/in/old.ts': 'mine' }
  const plan = planned([{ path: 'out/a.ts', text: marked('a') }], files)
  expect(plan).toEqual({ changes: [], edited: [], strangers: ['out/in/old.ts'] })
})

test('of files that were current, what differs and bears the mark was edited', () => {
  const wanted = ['a', 'b', 'c'].map((name) => ({ path: `out/${name}.ts`, text: marked(name) }))
  const standing = { 'out/a.ts': marked('mine'), 'out/b.ts': 'mine', 'out/old.ts': marked('old') }
  expect(planned(wanted, standing, true).edited.map(({ path }) => path)).toEqual(['out/a.ts'])
  expect(planned(wanted, standing, false).edited).toEqual([])
})

test('line ends of another system and a byte order mark are edits', () => {
  const text = marked('a\n')
  expect(plan({ 'out/a.ts': text }, { 'out/a.ts': text.replaceAll('\n', '\r\n') })).toHaveLength(1)
  expect(plan({ 'out/a.ts': text }, { 'out/a.ts': `\uFEFF${text}` })).toHaveLength(1)
})
