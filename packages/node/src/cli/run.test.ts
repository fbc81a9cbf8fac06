import { createReadStream } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { coloured, plain } from './paint.js'
import { type Outcome, run } from './run.js'

const read = (path: string) => createReadStream(path)
const told = (...words: string[]): Promise<Outcome> => run(words, { read }, plain)
const scopes = (...words: string[]) => told('scopes', ...words)
const json = async (...words: string[]) => JSON.parse((await scopes(...words, '--json')).stdout)

describe('scopes', () => {
  test('lists every scope below the one that includes it', async () => {
    const { exitCode, stdout } = await scopes()
    expect(exitCode).toBe(0)
    const lines = stdout.split('\n')
    expect(lines[0]).toMatch(/^\* +Everything$/)
    const at = lines.findIndex((line) => line.startsWith('├─ linodes:*'))
    const ofLinodes = lines.slice(at, at + 3)
    expect(ofLinodes.map((line) => line.split(/ {2,}(?=Linodes)/))).toEqual([
      ['├─ linodes:*', 'Linodes: all'],
      ['│  └─ linodes:read_write', 'Linodes: read and write'],
      ['│     └─ linodes:read_only', 'Linodes: read only'],
    ])
    expect(new Set(ofLinodes.map((line) => line.indexOf('Linodes'))).size).toBe(1)
    expect(stdout).toContain('Maintenance: read only (gone since 4.140.0)\n')
  })

  test('--json is the same tree', async () => {
    const tree = await json()
    expect(tree.scopes.scope).toBe('*')
    const family = tree.scopes.includes.find(({ scope }: { scope: string }) => scope === 'linodes:*')
    expect(family.includes[0].includes[0]).toMatchObject({ scope: 'linodes:read_only', includes: [] })
  })
})

describe('scopes explain', () => {
  test('says the words, what it includes, what includes it and how code names it', async () => {
    const { exitCode, stdout } = await scopes('explain', 'linodes:view')
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/^linodes:read_only {2}Linodes: read only\nSee your Linodes, /)
    expect(stdout).toContain('included by   * linodes:* linodes:read_write\n')
    expect(stdout).toContain('also read as  linodes:view\n')
    expect(stdout).toContain('in code       OAuthScopes.Linodes.readOnly\n')
  })

  test('of families that are one now, the name in code is the present one', async () => {
    expect((await json('explain', 'users:view')).code).toBe('OAuthScopes.Account.readOnly')
    expect((await json('explain', '*')).code).toBe('OAuthScopes.all')
  })

  test('says how many operations it opens, and with --operations which', async () => {
    const bare = await scopes('explain', 'domains:read_only')
    const listed = await scopes('explain', 'domains:read_only', '--operations')
    const names = listed.stdout
      .slice(bare.stdout.length)
      .split('\n')
      .filter((line) => line !== '')
    expect(listed.stdout.startsWith(bare.stdout)).toBe(true)
    expect(names).toContain('GET /domains')
    expect(names).not.toContain('GET /regions')
    expect(bare.stdout).toContain(`opens         ${names.length} operations of the API that need a scope\n`)
    expect(await json('explain', 'domains:read_only', '--operations')).toMatchObject({
      opens: names.length,
      operations: names,
    })
    expect(await json('explain', 'domains:read_only')).not.toHaveProperty('operations')
    expect(await json('explain', 'rockets:fly', '--operations')).toMatchObject({ opens: 0, operations: [] })
  })

  test('a scope that is not known is a finding, with what was probably meant', async () => {
    const { exitCode, stdout } = await scopes('explain', 'linode:readonly')
    expect({ exitCode, stdout }).toEqual({
      exitCode: 1,
      stdout: expect.stringContaining("linode:readonly isn't known. Did you mean linodes:read_only?\n"),
    })
    expect(await json('explain', 'rockets:fly')).toMatchObject({ known: false, code: "'rockets:fly'" })
  })

  test('what stands for no scope is not what was meant', async () => {
    const { stdout } = await scopes('explain', 'maintenanc:non')
    expect(stdout).toContain("maintenanc:non isn't known. Did you mean maintenance:read_only?\n")
  })

  test('--granted tells the way to it, or that there is none', async () => {
    const yes = await scopes('explain', 'volumes:read_only', '--granted', 'linodes:* volumes')
    expect(yes.exitCode).toBe(0)
    expect(yes.stdout).toContain('yes: volumes:* ▸ volumes:read_write ▸ volumes:read_only\n')
    const no = await scopes('explain', 'volumes:*', '--granted=volums:*')
    expect(no.exitCode).toBe(1)
    expect(no.stdout).toMatch(/granted {7}no\nvolums:\* isn't known\. Did you mean volumes:\*\?\n$/)
  })
})

describe('scopes for', () => {
  const line = 'client.beginLogin({ scopes: [OAuthScopes.Linodes.readOnly], pending })\n'

  test.each([
    [['GET /linode/instances/{linodeId}']],
    [['get-linode-instance']],
    [['GET https://api.linode.com/v4/linode/instances/123']],
    [['get /linode/instances/123']],
    [['GET', '/linode/instances/123']],
  ])('%j is found', async (words) => {
    expect(await scopes('for', ...words)).toEqual({
      exitCode: 0,
      stdout: `linodes:read_only\n\nGET /linode/instances/{linodeId}  linodes:read_only\n\n${line}`,
      stderr: '',
    })
  })

  test('the set is the smallest for all of them', async () => {
    expect(await json('for', 'GET /linode/instances', 'POST /volumes/{volumeId}/attach')).toMatchObject({
      scopes: ['linodes:read_write', 'volumes:read_write'],
      ties: [],
      personalTokenOnly: [],
    })
  })

  test('one that takes a personal access token only is a finding, and no empty set', async () => {
    const { exitCode, stdout } = await scopes('for', 'GET /entities')
    expect({ exitCode, stdout }).toEqual({
      exitCode: 1,
      stdout: 'GET /entities  a personal access token only\n',
    })
    expect((await json('for', 'GET /entities', 'GET /linode/instances')).personalTokenOnly).toEqual([
      'GET /entities',
    ])
  })

  test('for what needs no token no login is proposed', async () => {
    expect((await scopes('for', 'GET /regions')).stdout).toBe(
      'no scope\n\nGET /regions  no token\n\nNo login is needed: call without a token.\n',
    )
    expect(await json('for', 'GET /regions')).toMatchObject({ scopes: [], code: null })
    expect((await json('for', 'GET /entities')).code).toBeNull()
    expect((await json('for', 'GET /regions', 'GET /linode/instances')).code).toContain('beginLogin')
  })

  test.each([
    ['GET /linode/instance', 'GET /linode/instances'],
    ['get-linode-instanses', 'get-linode-instances'],
  ])('%s is misspelt', async (word, meant) => {
    const { exitCode, stderr } = await scopes('for', word)
    expect(exitCode).toBe(2)
    expect(stderr).toContain(`There is no operation ${word}. Did you mean ${meant}?\n`)
  })

  test('a host in place of a path is no operation', async () => {
    expect((await scopes('for', 'GET host/account')).exitCode).toBe(2)
  })
})

describe('scopes diff', () => {
  test('says what is added, removed, widened and narrowed', async () => {
    const older = 'linodes:read_only domains:* events:read_only lke:*'
    const { exitCode, stdout } = await scopes('diff', older, 'linodes:*,volumes:read_only,domains:view,lke')
    expect(exitCode).toBe(1)
    expect(stdout).toBe(`added     volumes:read_only
widened   linodes:read_only → linodes:*
narrowed  domains:* → domains:read_only
removed   events:read_only
unchanged lke:*
Neither includes the other: users must be asked again.
`)
  })

  test('several scopes that become one are one change', async () => {
    expect(await json('diff', '["linodes:*", "volumes:*"]', '*')).toMatchObject({
      comparison: 'wider',
      added: [],
      removed: [],
      widened: [{ from: ['linodes:*', 'volumes:*'], to: '*' }],
    })
  })

  test.each([
    ['linodes:*', 'linodes linodes:read_only'],
    ['', '[]'],
    ['linodes:*\nvolumes:*', ' volumes:*,LINODES:* '],
  ])('%j and %j include the same', async (older, newer) => {
    const { exitCode, stdout } = await scopes('diff', older, newer)
    expect(exitCode).toBe(0)
    expect(stdout).toContain('The same: users are asked for nothing new.\n')
  })

  test('of as many scopes as are read each is looked at once', async () => {
    const many = (letter: string) => Array.from({ length: 3000 }, (_, at) => `${letter}${at}`).join(' ')
    const { added, removed } = await json('diff', many('a'), many('b'))
    expect([added.length, removed.length]).toEqual([3000, 3000])
  })

  test('an unknown scope is told with what was probably meant', async () => {
    expect((await json('diff', 'linodes:*', 'linods:*')).unknown).toEqual([
      { scope: 'linods:*', nearest: 'linodes:*' },
    ])
  })
})

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
    [['--json'], 'There is no command --json. There is scopes.'],
    [['scopes', '--jsn'], 'There is no option --jsn. Did you mean --json?'],
    [['scopes', 'explain', 'linodes', '--grant', 'x'], 'There is no option --grant. Did you mean --granted?'],
    [['scopes', 'explain', 'linodes', '--granted'], '--granted needs a value'],
    [['scopes', 'explain', 'linodes', '--operations=1'], '--operations takes no value'],
    [
      ['scopes', 'explain', 'linodes', '--operation'],
      'There is no option --operation. Did you mean --operations?',
    ],
    [['scopes', 'for', 'GET /account', '--operations'], 'There is no option --operations.'],
    [['scopes', 'check', '--asked', '--log', 'x'], '--asked needs a value'],
    [['scopes', 'check', '--log', 'x'], 'scopes check needs --asked and --log'],
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
    [['scopes', 'diff', 'a', 'b', '--json', '--json'], '--json is given twice'],
    [['scopes', 'explain', 'x'.repeat(70_000)], 'at most 64 KiB are read'],
    [['scopes', 'for', 'GET /a\u001b[2J\nb'], 'There is no operation GET /a [2J b.'],
  ])('%j', async (words, message) => {
    const { exitCode, stdout, stderr } = await told(...words)
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr.replace(/\n/g, ' ')).toContain(message)
  })

  test('with --json the refusal is JSON too', async () => {
    const { exitCode, stderr } = await scopes('explan', '--json')
    expect(exitCode).toBe(2)
    expect(JSON.parse(stderr)).toEqual({
      error: { code: 'usage', message: 'There is no command explan. Did you mean explain?' },
    })
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
    ['for', ['GET /entities']],
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

  test('without a word the same is told as wrong use', async () => {
    const [bare, asked] = [await told(), await told('-h')]
    expect(bare).toEqual({ exitCode: 2, stdout: '', stderr: asked.stdout })
  })
})

test('colour is laid over the same words', async () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for.
  const codes = /\u001b\[\d+m/g
  for (const words of [
    [],
    ['explain', 'linodes', '--granted', '*'],
    ['diff', 'linodes', 'volumes'],
    ['for', 'GET /entities'],
  ]) {
    const { stdout } = await run(['scopes', ...words], { read }, coloured)
    expect(stdout).toMatch(codes)
    expect(stdout.replace(codes, '')).toBe((await scopes(...words)).stdout)
  }
})
