import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepJudge, keptJudge } from './kept-judges.js'

const code = 'module.exports = (data) => data === 1'

let tests = 0
let file: string
let place: string

beforeEach(() => {
  tests += 1
  file = `any/folder/kept-judges.test-${tests}.json`
  place = join(import.meta.dirname, `../../../node_modules/.cache/judges/kept-judges.test-${tests}.json.cjs`)
})
afterEach(() => rmSync(place))

test('a judge is kept for what it was made of, and for nothing else', () => {
  expect(keptJudge(file, 'this')).toBeUndefined()
  keepJudge(file, 'this', code)
  expect(keptJudge(file, 'that')).toBeUndefined()
  const judge = keptJudge(file, 'this')
  expect([1, 2].map((data) => judge?.(data))).toEqual([true, false])
})

test('none is left half written beside its place', () => {
  keepJudge(file, 'this', code)
  expect(readFileSync(place, 'utf8')).toContain(code)
  expect(existsSync(`${place}.${process.pid}.tmp`)).toBe(false)
})

test.each([
  ['empty', ''],
  ['torn', `${code}\nmodule.exports.of =`],
  ['torn before what it was made of', code],
  ['no judge', 'module.exports = {}'],
])('one that is %s is none', (_, text) => {
  keepJudge(file, 'this', code)
  writeFileSync(place, text)
  expect(keptJudge(file, 'this')).toBeUndefined()
})
