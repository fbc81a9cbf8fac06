// The page of scopes and the command line answer the same questions, each by code of its own: the page loads
// nothing, and the generator stands before core. So one holds the other to its words.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { operations } from '@linode-login/core/operations'
import { expect, test } from 'vitest'
import { root } from '../repository.js'

const page = readFileSync(`${root}packages/core/reference/scope-picker.html`, 'utf8')

/** What the command line says of operations. */
function told(...names: readonly string[]): readonly string[] {
  const main = `${root}packages/node/dist/cli/main.js`
  const env = { ...process.env, FORCE_COLOR: undefined }
  const { stdout } = spawnSync(process.execPath, [main, 'scopes', 'for', ...names], { encoding: 'utf8', env })
  return stdout.split('\n')
}

test('what an operation needs is said in the same words', () => {
  const onPage = [...page.matchAll(/<code>([^<]+)<\/code><span[^>]*>([^<]+)<\/span>/g)]
  const needs = new Map(onPage.map(([, operation = '', words = '']) => [operation, words]))
  expect([...needs.keys()].sort()).toEqual([...operations().keys()].sort())
  const lines = new Set(told(...needs.keys()).map((line) => line.replace(/ {2,}/, '  ')))
  for (const [name, words] of needs) expect(lines).toContain(`${name}  ${words}`)
})

test('the scopes are asked for by the same line of code', () => {
  const [, template = ''] = /"line":"([^"]+)"/.exec(page) ?? []
  expect(told('get-linode-instances')).toContain(template.replace('{scopes}', 'OAuthScopes.Linodes.readOnly'))
})
