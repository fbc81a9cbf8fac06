import { expect, test } from 'vitest'
import { notCurrent } from './not-current.js'

const signature = { maker: 'bin/make', command: 'make it' }

test('each file is told in words, and as a fault at the first line that differs', () => {
  const { words, faults } = notCurrent(
    {
      changes: [
        { path: 'a.ts', before: undefined, after: 'a\n' },
        { path: 'b.ts', before: '1\n2\nthree\n', after: '1\n2\n3\n' },
        { path: 'c.ts', before: 'old\n', after: undefined },
      ],
      strangers: ['d.ts'],
    },
    signature,
  )
  expect(words).toBe(
    'a.ts is missing\nb.ts is stale\nc.ts is left over\n3 of the generated files are not current: run "make it"\n' +
      'd.ts: it stands among generated files and does not carry their mark; move it elsewhere if it was written by hand; ' +
      'delete it if it is left over\n',
  )
  expect(faults.map(({ place: { file, line, width, text } }) => [file, line, width, text])).toEqual([
    ['a.ts', 1, 1, ''],
    ['b.ts', 3, 5, 'three'],
    ['c.ts', 1, 3, 'old'],
    ['d.ts', 1, 1, ''],
  ])
  expect(faults[1]).toMatchObject({
    rule: 'not-current',
    wrong: 'this generated file is stale',
    fix: 'change the spec, never this file, and run "make it"',
  })
})

test('a file that only lacks its end has its fault where the end should be', () => {
  const [fault] = notCurrent(
    {
      changes: [{ path: 'a.ts', before: 'a\n', after: 'a\nb\n' }],
      strangers: [],
    },
    signature,
  ).faults
  expect(fault?.place.line).toBe(2)
})

test('a file that would not be written over is told as the writing tells it, and before what else is to do', () => {
  const mine = { path: 'mine.ts', before: 'export {}\n', after: 'a\n', byHand: 'unmarked' as const }
  const stale = { path: 'stale.ts', before: 'b\n', after: 'c\n' }
  const { words, faults } = notCurrent({ changes: [mine, stale], strangers: [] }, signature)
  expect(words).toBe(
    'stale.ts is stale\n' +
      'mine.ts: a generated file belongs here, but this one does not carry the mark of generated files; ' +
      'move it elsewhere if it was written by hand; delete it if it was generated and edited\n' +
      '2 of the generated files are not current: see to this one, then run "make it"\n',
  )
  expect(faults.map(({ rule }) => rule)).toEqual(['not-current', 'not-marked'])
})

test('a file that was edited by hand is told as the writing tells it, with the line that belongs there', () => {
  const change = { path: 'a.ts', before: '1\ntwo\n', after: '1\n2\n', byHand: 'edited' as const }
  const { words, faults } = notCurrent({ changes: [change], strangers: [] }, signature)
  expect(words).toBe(
    'a.ts: this generated file was edited by hand, and would be written over; write into the spec what you meant; ' +
      'then undo the edit, or delete the file, and run this again\n' +
      '1 of the generated files is not current: see to this one, then run "make it"\n',
  )
  expect(faults).toMatchObject([{ rule: 'edited-by-hand', place: { line: 2, text: 'two' }, expected: '2' }])
})
