// The binary of the node package as npm would install it: its help's examples, its README's, exit codes, pipes.
import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, inject, test } from 'vitest'
import { root } from '../repository.js'

const SECRET = 'a1b2c3d4'.repeat(8)

const app = inject('app')
/** A folder of the app, in which one stands who types. */
const folder = join(app.folder, 'cli')
beforeAll(() => {
  mkdirSync(folder)
  writeFileSync(join(folder, 'har.json'), JSON.stringify({ log: { entries: [recorded] } }))
})

const recorded = {
  request: {
    method: 'GET',
    url: `https://api.linode.com/v4/linode/instances?page=1&access_token=${SECRET}`,
    headers: [{ name: 'Authorization', value: `Bearer ${SECRET}` }],
  },
  response: {
    status: 200,
    headers: [
      { name: 'x-oauth-scopes', value: 'linodes:read_write' },
      { name: 'x-accepted-oauth-scopes', value: 'linodes:read_only' },
    ],
  },
}

/** As one types it, but that nothing is fetched. */
function typed(line: string, env: Record<string, string> = {}): SpawnSyncReturns<string> {
  return run(line.replace('npx @linode-login/node', '../node_modules/.bin/linode-login'), env)
}

function run(command: string, env: Record<string, string>): SpawnSyncReturns<string> {
  // What npm says of a machine's own settings is none of ours.
  const npm = { npm_config_loglevel: 'error' }
  const environment = { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined, ...npm, ...env }
  return spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8', env: environment })
}

const readme = readFileSync(`${root}packages/node/README.md`, 'utf8')
const shown = [...readme.matchAll(/^```console\n(.*?)^```$/gms)].map((block) => {
  const [, line = '', output = ''] = /^\$ (.*)\n([\s\S]*)$/.exec(block[1] ?? '') ?? []
  return { line, output }
})

test('the README shows each command', () => {
  const commands = shown.map(({ line }) => /scopes ([a-z]+)/.exec(line)?.[1])
  expect(commands.sort()).toEqual(['check', 'diff', 'explain', 'for'])
})

test("npx finds the binary by the package's name", () => {
  const line = 'npx @linode-login/node scopes'
  const { stdout } = typed(line)
  expect(stdout).toContain('linodes')
  expect(run(line.replace('npx ', 'npx --no-install '), {})).toMatchObject({ status: 0, stdout, stderr: '' })
})

/** What a scope opens grows with the API; the README shows one day's figure. */
const withoutFigures = (text: string) => text.replace(/^(opens +)\d+/m, '$1…')

test.each(shown)('README: $line', ({ line, output }) => {
  const { stdout, stderr } = typed(line)
  expect(withoutFigures(stdout)).toBe(withoutFigures(output))
  expect(stderr).toBe('')
})

test('every example of every help does what it is there for', () => {
  const helps = ['', ' explain', ' for', ' check', ' diff'].map(
    (command) => typed(`npx @linode-login/node scopes${command} --help`).stdout,
  )
  const examples = [...helps.join('').matchAll(/^Examples\n\n((?: {2}.*\n)+)/gm)].flatMap((block) =>
    (block[1] ?? '').trim().split(/\n */),
  )
  expect(examples.length).toBeGreaterThan(8)
  for (const example of examples) {
    const { status, stdout, stderr } = typed(example)
    expect({ example, stderr, answered: stdout !== '', refused: status === 2 }).toEqual({
      example,
      stderr: '',
      answered: true,
      refused: false,
    })
  }
})

test.each([
  ['scopes', 0],
  ['scopes explain linodes', 0],
  ['scopes explain linode', 1],
  ["scopes for 'GET /entities'", 1],
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
  expect(stdout + stderr).not.toContain('a1b2c3d4')
})

test('plain in a pipe, in colour where that is asked for, and a closed pipe is no error', () => {
  expect(typed('npx @linode-login/node scopes').stdout).not.toContain('\u001b')
  expect(typed('npx @linode-login/node scopes', { FORCE_COLOR: '1' }).stdout).toContain('\u001b[1m*')
  expect(typed('npx @linode-login/node scopes --json | head -1')).toMatchObject({ stdout: '{\n', stderr: '' })
})
