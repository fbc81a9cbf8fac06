import { expect, test } from 'vitest'
import { coloured, paintFor, plain } from './paint.js'

test.each([
  ['a terminal', true, {}, coloured],
  ['a pipe', false, {}, plain],
  ['a dumb terminal', true, { TERM: 'dumb' }, plain],
  ['NO_COLOR', true, { NO_COLOR: '1' }, plain],
  ['NO_COLOR, empty', true, { NO_COLOR: '' }, coloured],
  ['FORCE_COLOR', false, { FORCE_COLOR: '1' }, coloured],
  ['FORCE_COLOR=0', true, { FORCE_COLOR: '0' }, plain],
  ['FORCE_COLOR=false', true, { FORCE_COLOR: 'false' }, plain],
  ['both', false, { FORCE_COLOR: '1', NO_COLOR: '1' }, coloured],
])('%s', (_, isTerminal, env, paint) => {
  expect(paintFor(isTerminal, env)).toBe(paint)
})
