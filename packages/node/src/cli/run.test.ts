import { createReadStream } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { version } from '../version.js'
import { personal, scopes, told } from './command-line.fixture.js'
import { coloured, plain } from './paint.js'
import { run } from './run.js'

test.each([
  [
    ['--json', 'scopes'],
    ['scopes', '--json'],
  ],
  [
    ['--json', 'scopes', 'explain', 'linodes'],
    ['scopes', 'explain', 'linodes', '--json'],
  ],
  [
    ['scopes', '--json', 'diff', 'linodes', 'lke'],
    ['scopes', 'diff', 'linodes', 'lke', '--json'],
  ],
  [
    ['scopes', '--json', 'explan'],
    ['scopes', 'explan', '--json'],
  ],
  [
    ['--json', 'scopes', '--json'],
    ['scopes', '--json', '--json'],
  ],
])('%j is read as %j', async (words, meant) => {
  expect(await told(...words)).toEqual(await told(...meant))
})

describe('words that mean nothing are refused, with what was probably meant', () => {
  test.each([
    [['scope'], 'There is no command scope. Did you mean scopes?'],
    [['scopes', 'explan', 'linodes'], 'There is no command explan. Did you mean explain?'],
    [['scopes', 'toString'], 'There is no command toString. There is explain, for, check, diff.'],
    [['explain', 'linodes'], 'There is no command explain. Did you mean scopes explain?'],
    [['scopes', 'linodes:view'], 'There is no command linodes:view. Did you mean explain linodes:view?'],
    [['scopes', '--', 'linodes'], 'scopes takes no argument but a command.'],
    [['scopes', '--jsn'], 'There is no option --jsn. Did you mean --json?'],
    [['scopes', 'explain', 'linodes', '--grant', 'x'], 'There is no option --grant. Did you mean --granted?'],
    [['scopes', 'explain', 'linodes', '--granted'], '--granted needs a value: --granted "…".'],
    [['scopes', 'explain', 'linodes', '--operations=1'], '--operations takes no value'],
    [
      ['scopes', 'explain', 'linodes', '--operation'],
      'There is no option --operation. Did you mean --operations?',
    ],
    [['scopes', 'for', 'GET /account', '--operations'], 'There is no option --operations.'],
    [['scopes', 'check', '--asked', '--log', 'x'], '--asked needs a value'],
    [['scopes', 'check', '--log', 'x'], 'scopes check needs --asked and --log'],
    [
      ['scopes', 'check', 'x', '--asked=', '--log=x'],
      'scopes check needs --asked and --log and nothing else',
    ],
    [['scopes', 'check', '--asked=', '--log=x', '--api', 'x'], '--api needs a URL without a query'],
    [
      ['scopes', 'check', '--asked=', '--log=x', '--api', 'localhost:8081'],
      '--api needs a URL without a query',
    ],
    [
      ['scopes', 'check', '--asked=', '--log=x', '--api', 'http://localhost?x'],
      '--api needs a URL without a query',
    ],
    [['scopes', 'diff', 'a'], 'scopes diff needs two sets of scopes'],
    [['scopes', 'diff', '[1]', 'a'], 'a list in JSON must hold texts'],
    [['scopes', 'explain'], 'scopes explain needs one scope'],
    [['scopes', 'explain', 'none'], '"none" stands for no scope'],
    [['scopes', 'explain', 'linodes', '--json=1'], '--json takes no value'],
    [['scopes', 'explain', 'x'.repeat(70_000)], 'at most 64 KiB are read'],
    [['scopes', 'for', 'GET /a\u001b[2J\nb'], 'There is no operation GET /a [2J b.'],
  ])('%j', async (words, message) => {
    const { exitCode, stdout, stderr } = await told(...words)
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr.replace(/\n/g, ' ')).toContain(message)
    expect(stderr).toMatch(/\nnpx @linode-login\/node scopes(?: [a-z]+)? --help tells what there is\.\n$/)
  })

  test.each([
    [['scope'], ''],
    [['explain', 'linodes'], ''],
    [['scopes', 'explan'], ''],
    [['scopes', '--jsn'], ''],
    [['scopes', 'explain'], ' explain'],
    [['scopes', 'check', '--lag=x'], ' check'],
  ])('after %j the help of scopes%s is pointed to', async (words, command) => {
    const { stderr } = await told(...words)
    const [, hint] = stderr.split('\n')
    expect(hint).toBe(`npx @linode-login/node scopes${command} --help tells what there is.`)
  })

  test('a file that cannot be read is no wrong use: no help is pointed to', async () => {
    const { exitCode, stderr } = await scopes('check', '--asked=', '--log', 'no.har')
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: "no.har can't be read: there is no such file.\n",
    })
  })

  test.each([
    [['--json'], 'There is no command --json. There is scopes.'],
    [['scopes', 'explan', '--json'], 'There is no command explan. Did you mean explain?'],
    [['scopes', 'diff', 'a', 'b', '--json', '--json'], '--json is given twice.'],
  ])('with --json the refusal is JSON too: %j', async (words, message) => {
    const { exitCode, stdout, stderr } = await told(...words)
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(JSON.parse(stderr)).toEqual({ error: { code: 'usage', message } })
  })
})

describe('--help', () => {
  test.each([
    [[]],
    [['scopes']],
    [['scopes', 'explain']],
    [['scopes', 'for']],
    [['scopes', 'check']],
    [['scopes', 'diff']],
  ])('%j tells the use, the options, examples and the exit codes', async (words) => {
    const { exitCode, stdout } = await told(...words, '--help')
    expect(exitCode).toBe(0)
    for (const part of [
      'npx @linode-login/node scopes',
      '--json',
      '--help',
      '\nExamples\n',
      '\nExit code: 0 ',
    ]) {
      expect(stdout).toContain(part)
    }
    expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(120)
  })

  test.each([
    ['explain', ['linodes:raed_only', '--granted', '*']],
    ['explain', ['linodes:read_only', '--operations']],
    ['explain', ['maintenance:read_only']],
    ['for', [personal]],
    ['diff', ['linodes:*', 'volumes:*']],
    ['check', ['--asked', 'linodes:*', '--log', 'har.json']],
  ])('of %s names every key of its JSON', async (command, words) => {
    async function* emptyLog() {
      yield new TextEncoder().encode('{ "log": { "entries": [] } }')
    }
    const { stdout: help } = await scopes(command, '--help')
    const [, keys = ''] = /--json {2,}as JSON: ((?:.*\n)+?) {2}-h/.exec(help) ?? []
    const { stdout } = await run(['scopes', command, ...words, '--json'], { read: emptyLog }, plain)
    const unnamed = Object.keys(JSON.parse(stdout)).filter((key) => !new RegExp(`\\b${key}\\b`).test(keys))
    expect(unnamed).toEqual([])
  })

  test('lists every command, in one column', async () => {
    const { stdout } = await told('--help')
    const lines = stdout.split('\n').filter((line) => /^ {2}npx .* {2,}\S/.test(line))
    expect(lines.map((line) => /scopes( [a-z]+)?/.exec(line)?.[0])).toEqual([
      'scopes',
      'scopes explain',
      'scopes for',
      'scopes check',
      'scopes diff',
    ])
    expect(new Set(lines.map((line) => line.search(/(?<= {2})\S(?!.* {2})/))).size).toBe(1)
  })

  test('without a word the same is told as wrong use', async () => {
    const [bare, asked] = [await told(), await told('-h')]
    expect(bare).toEqual({ exitCode: 2, stdout: '', stderr: asked.stdout })
  })
})

test('--version tells that of the package', async () => {
  expect(await told('--version')).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: '' })
})

test('colour is laid over the same words', async () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for.
  const codes = /\u001b\[\d+m/g
  for (const words of [
    [],
    ['explain', 'linodes', '--granted', '*'],
    ['explain', 'maintenance:read_only', '--granted', 'volums'],
    ['explain', 'zzz:qqq'],
    ['diff', 'linodes lke vpc:view images', 'volumes lke:view vpc images zzz:qqq'],
    ['for', personal],
    ['for', 'GET /account', 'GET /regions'],
  ]) {
    const { stdout } = await run(['scopes', ...words], { read: createReadStream }, coloured)
    expect(stdout).toMatch(codes)
    expect(stdout.replace(codes, '')).toBe((await scopes(...words)).stdout)
  }
})
