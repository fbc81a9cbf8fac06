// The binary of the node package as npm would install it: found by npx, its exit codes, pipes.
import type { SpawnSyncReturns } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, inject, test } from 'vitest'
import { personal } from '../personal-operation.fixture.js'
import { secret, typedIn, writeLog } from './command-line.fixture.js'

/** A folder of the app that has the packages installed: in it stands one who types. */
const folder = join(inject('app').folder, 'cli')
beforeAll(() => {
  mkdirSync(folder)
  writeLog(folder)
})

/** As one types it. npx takes a second to find the binary, so it is left to a test of its own. */
function typed(line: string, env: Record<string, string> = {}): SpawnSyncReturns<string> {
  return typedIn(folder, line.replace('npx @linode-login/node', '../node_modules/.bin/linode-login'), env)
}

test("npx finds the binary by the package's name, and fetches nothing", () => {
  const line = 'npx @linode-login/node scopes'
  const { stdout } = typed(line)
  expect(stdout).toContain('linodes')
  const byNpx = typedIn(folder, line.replace('npx ', 'npx --no-install '))
  expect(byNpx).toMatchObject({ status: 0, stdout, stderr: '' })
})

test.each([
  ['scopes', 0],
  ['scopes explain linodes', 0],
  ['scopes explain linode', 1],
  [`scopes for '${personal.name}'`, 1],
  ["scopes for 'GET /rockets'", 2],
  ['scopes diff linodes linodes:*', 0],
  ['scopes diff linodes volumes', 1],
  ['scopes check --asked linodes:read_only --log har.json', 0],
  ['scopes check --asked linodes:read_write --log - < har.json', 1],
  ['scopes check --asked linodes:read_only --log no.json', 2],
  ['', 2],
])('%s ends with %i', (words, status) => {
  expect(typed(`npx @linode-login/node ${words}`).status).toBe(status)
})

test('no secret of a log is printed', () => {
  const { stdout, stderr } = typed(
    'npx @linode-login/node scopes check --asked linodes:* --log har.json --json',
  )
  expect(JSON.parse(stdout).needed).toEqual(['linodes:read_only'])
  expect(stdout + stderr).not.toContain(secret.slice(0, 8))
})

test('plain in a pipe, in colour where that is asked for, and a closed pipe is no error', () => {
  expect(typed('npx @linode-login/node scopes').stdout).not.toContain('\u001b')
  expect(typed('npx @linode-login/node scopes', { FORCE_COLOR: '1' }).stdout).toContain('\u001b[1m*')
  expect(typed('npx @linode-login/node scopes --json | head -1')).toMatchObject({ stdout: '{\n', stderr: '' })
})
