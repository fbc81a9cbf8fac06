// What the node package's README and its help show does what they say, by the binary as it was built.
import type { SpawnSyncReturns } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../repository.js'
import { typedIn, writeLog } from './command-line.fixture.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shown-'))
  writeLog(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

const binary = `'${process.execPath}' '${root}packages/node/dist/cli/main.js'`

function typed(line: string): SpawnSyncReturns<string> {
  return typedIn(folder, line.replace('npx @linode-login/node', binary))
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
