import { expect, test } from 'vitest'
import type { TextFile } from '../emit/made.js'
import { markLine } from '../signature/mark.js'
import { sealed } from '../signature/seal.js'
import { planChanges } from './plan.js'
import type { Standing } from './standing.js'

const signature = { maker: 'bin/make', command: 'make it' }
const marked = (text: string) => sealed(`${markLine(signature, 'a.ts', ['x'])}\n${text}`)

function plan(files: Record<string, string>, standing: Record<string, string>) {
  const wanted = Object.entries(files).map(([path, text]) => ({ path, text }))
  return planned(wanted, standing).changes
}

function planned(wanted: readonly TextFile[], standing: Record<string, string>) {
  const encoder = new TextEncoder()
  const found = Object.entries(standing).map(([path, text]): Standing => [path, encoder.encode(text)])
  return planChanges(wanted, found, signature)
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
    { path: 'out/a/b.ts', before: undefined, after: marked('b') },
    { path: 'out/c.ts', before: marked('other'), after: marked('c') },
    { path: 'out/old.ts', before: marked('old'), after: undefined },
  ])
})

test('a file without the mark is a person’s work where one belongs, and left alone elsewhere', () => {
  const changes = plan({ 'out/a.ts': marked('a') }, { 'out/a.ts': 'mine', 'out/b.ts': 'mine' })
  expect(changes).toEqual([{ path: 'out/a.ts', before: 'mine', after: marked('a'), byHand: 'unmarked' }])
})

test('a file without the mark among generated ones is a stranger', () => {
  const files = { 'out/a.ts': marked('a'), 'out/in/old.ts': 'mine' }
  const plan = planned([{ path: 'out/a.ts', text: marked('a') }], files)
  expect(plan).toEqual({ changes: [], strangers: ['out/in/old.ts'] })
})

test('what differs from its own seal was edited, left over or not; what is as it was sealed is only stale', () => {
  const changes = plan(
    { 'out/a.ts': marked('new a'), 'out/b.ts': marked('new b') },
    {
      'out/a.ts': marked('a'),
      'out/b.ts': `${marked('b')}// mine\n`,
      'out/old.ts': `${marked('old')}// mine\n`,
    },
  )
  expect(changes.map(({ path, byHand }) => [path, byHand])).toEqual([
    ['out/a.ts', undefined],
    ['out/b.ts', 'edited'],
    ['out/old.ts', 'edited'],
  ])
})

test('line ends of another system make a file stale', () => {
  const text = marked('a\n')
  expect(plan({ 'out/a.ts': text }, { 'out/a.ts': text.replaceAll('\n', '\r\n') })).toMatchObject([
    { path: 'out/a.ts', byHand: undefined },
  ])
})

test('a byte order mark is an edit', () => {
  const text = marked('a\n')
  expect(plan({ 'out/a.ts': text }, { 'out/a.ts': `\uFEFF${text}` })).toMatchObject([{ byHand: 'unmarked' }])
})
