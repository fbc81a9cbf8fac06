import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rules } from './rules.js'

test('every rule is named by its file, and every file is listed', () => {
  const files = readdirSync(join(import.meta.dirname, 'rules')).filter((file) => !file.endsWith('.test.ts'))
  expect(Object.keys(rules).toSorted()).toEqual(files.map((file) => file.replace(/\.ts$/, '')).toSorted())
})
