import { expect, test } from 'vitest'
import { type Bump, bigger, bumpBetween, bumpFor, isEnough } from './bump.js'
import { atCompileTime, atRunTime, type Change, harmless } from './change.js'

const words = harmless('scope', 'words', ['a'], 'A.')
const added = harmless('scope', 'added', ['a'], 'A.')
const atRun = atRunTime('scope', 'covers-less', ['a'], 'A.')
const atCompile = atCompileTime('scope', 'removed', ['a'], 'A.')

test.each<[string, readonly Change[], Bump]>([
  ['1.2.3', [], 'none'],
  ['1.2.3', [words], 'patch'],
  ['1.2.3', [words, added], 'minor'],
  ['1.2.3', [words, added, atRun], 'major'],
  ['1.2.3', [atCompile], 'major'],
  ['0.2.3', [], 'none'],
  ['0.2.3', [words], 'patch'],
  ['0.2.3', [added], 'patch'],
  ['0.2.3', [added, atRun], 'minor'],
  ['0.2.3', [atCompile], 'minor'],
])('after %s a caret takes what breaks nothing and no more (%#)', (version, changes, bump) => {
  expect(bumpFor(changes, version)).toBe(bump)
})

test.each<[string, string, Bump]>([
  ['1.2.3', '1.2.4', 'patch'],
  ['1.2.3', '1.3.0', 'minor'],
  ['1.9.9', '2.0.0-next.0', 'major'],
  ['0.9.9', '1.0.0', 'major'],
  ['1.2.3', '1.2.3', 'none'],
  ['2.0.0-next.0', '2.0.0-next.1', 'major'],
  ['2.0.0-next.1', '2.0.0', 'major'],
])('from %s to %s is a release of a size', (version, next, bump) => {
  expect(bumpBetween(version, next)).toBe(bump)
})

test('bumps are compared by size', () => {
  expect(bigger('minor', 'patch')).toBe('minor')
  expect(bigger('none', 'major')).toBe('major')
  expect(isEnough('minor', 'minor')).toBe(true)
  expect(isEnough('patch', 'minor')).toBe(false)
})
