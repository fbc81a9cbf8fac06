import { expect, test } from 'vitest'
import { styleOf } from './style.js'

test.each([
  [{}, true, true],
  [{}, false, false],
  [{ TERM: 'dumb' }, true, false],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
  [{ FORCE_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '' }, false, true],
  [{ FORCE_COLOR: '0' }, true, false],
  [{ FORCE_COLOR: 'false' }, true, false],
  [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
])('with %j, on a terminal: %s, colour: %s', (env, isTerminal, colour) => {
  expect(styleOf('text', env, isTerminal).colour).toBe(colour)
})

test('a GitHub workflow gets annotations unless another format is asked for', () => {
  const env = { GITHUB_ACTIONS: 'true' }
  expect(styleOf(undefined, env, false).format).toBe('github')
  expect(styleOf('json', env, false).format).toBe('json')
  expect(styleOf(undefined, {}, false).format).toBe('text')
})
