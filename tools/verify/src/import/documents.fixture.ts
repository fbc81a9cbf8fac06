/** Small documents that declare what Linode's do, and the spec as it was before the newest of them. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { root } from '../repository.js'

/** The file of a document by its version; with a change, a copy of it that is changed. */
export function documentOf(version: string, change?: (text: string) => string): string {
  const file = `${root}tools/generator/src/import/fixtures/linode-${version}.yaml`
  if (change === undefined) return file
  const before = readFileSync(file, 'utf8')
  const text = change(before)
  expect(text).not.toBe(before)
  const copy = join(mkdtempSync(join(tmpdir(), 'import-')), 'openapi.yaml')
  writeFileSync(copy, text)
  return copy
}

/** A text of scopes without the families that documents list since 4.234.0. */
export function withoutNewest(scopes: string): string {
  const newest = / {2}child_account:\n( {4}.*\n)+ {2}databases:\n( {4}.*\n)+/
  expect(scopes).toMatch(newest)
  return scopes.replace(newest, '')
}
