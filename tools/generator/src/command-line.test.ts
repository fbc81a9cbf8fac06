import { expect, test } from 'vitest'
import { readMode } from './command-line.js'

test.each([
  [[], 'write'],
  [['generate'], 'write'],
  [['--check'], 'check'],
  [['generate', '--check'], 'check'],
  [['--watch'], 'watch'],
  [['--help'], 'help'],
  [['-h', '--check'], 'help'],
])('%j means %s', (args, mode) => {
  expect(readMode(args)).toBe(mode)
})

test.each([[['--chekc']], [['diff']], [['--check', '--watch']], [['--check=yes']]])(
  '%j means nothing',
  (args) => {
    expect(() => readMode(args)).toThrow(TypeError)
  },
)
