// The whole way in a copy of the repository with a small spec: changed, refused, announced, released. Each way
// to ask is a real process once; what is asked again, this process answers.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { diskAt } from '../disk/disk.js'
import { house } from '../house/this-repository.js'
import { help, run } from './command.js'

const repository = join(import.meta.dirname, '../../../..')
const copy = mkdtempSync(join(tmpdir(), 'diff-'))
const generator = join(copy, 'tools/generator')

beforeAll(() => {
  const isRun = (file: string) => !/\.(d\.ts|map)$/.test(file)
  const put = (from: string, to = from) =>
    cpSync(join(repository, from), join(copy, to), { recursive: true, filter: isRun })
  put('tools/generator/faults/good', 'spec')
  for (const part of ['dist', 'pages', 'package.json']) put(`tools/generator/${part}`)
  for (const path of ['spec/schema', ...house.release.manifests]) put(path)
  mkdirSync(join(copy, house.release.changesets))
  put(`${house.release.changesets}/config.json`)
  const packages = join(generator, 'node_modules')
  mkdirSync(join(packages, 'ts-morph'), { recursive: true })
  for (const name of ['yaml', 'ajv']) {
    symlinkSync(join(repository, 'tools/generator/node_modules', name), join(packages, name))
  }
  // The version is part of the generator's hash; of the compiler there is no more, so loading it would fail.
  writeFileSync(join(packages, 'ts-morph/package.json'), '{ "name": "ts-morph", "version": "0.0.0" }')
})
afterAll(() => rmSync(copy, { recursive: true }))

/** A dozen processes, on a machine that may have much else to do. */
const timeout = 120_000

test('a change of the spec is refused until it is announced, and over once it is released, without a compiler', {
  timeout,
}, async () => {
  version('0.0.0')
  expect(await answer('--check')).toMatchObject({
    status: 0,
    output: expect.stringContaining('nothing was released yet'),
  })
  version('0.1.0')
  expect(diff('--release')).toMatchObject({ status: 0 })
  expect(await answer('--check')).toMatchObject({
    status: 0,
    output: expect.stringContaining('says what version 0.1.0 says'),
  })

  edit(
    'spec/scopes.yaml',
    /^families:\n/m,
    'families:\n  gadgets:\n    name: Gadgets\n    things: your gadgets\n',
  )
  edit(
    'spec/operations.yaml',
    /^operations:\n/m,
    'operations:\n  GET /gadgets: { id: get-gadgets, declared: gadgets:read_only }\n',
  )
  expect(diff('--check')).toMatchObject({
    status: 1,
    output: expect.stringContaining('no changeset says so'),
  })
  expect(diff('--changeset')).toMatchObject({ status: 0 })
  const changeset = read(`${house.release.changesets}/spec.md`)
  expect(changeset).toContain(
    `\`${house.release.scopes}.Gadgets.readOnly\` (\`gadgets:read_only\`) is new: See your gadgets.`,
  )
  expect(changeset).toContain('`GET /gadgets` is new and takes `gadgets:read_only`.')
  expect(await answer('--check')).toMatchObject({ status: 0 })

  rmSync(join(copy, house.release.changesets, 'spec.md'))
  version('0.1.1')
  const before = read(house.release.model)
  expect(await answer('--release')).toMatchObject({ status: 0 })
  expect(read(house.release.model)).not.toBe(before)
  expect(diff()).toMatchObject({ status: 0, output: 'The spec says what version 0.1.1 says.\n' })
  expect(JSON.parse(diff('--json').output)).toMatchObject({ released: '0.1.1', bump: 'none', changes: [] })

  edit('spec/scopes.yaml', / {2}gadgets:\n.*\n.*\n/, '')
  edit('spec/operations.yaml', /.*gadgets.*\n/, '')
  expect(await answer('--check')).toMatchObject({
    status: 1,
    output: expect.stringContaining('put back under families: gadgets: {'),
  })
})

test('its help is told, and wrong use on the error stream', { timeout }, () => {
  expect(diff('--check', '--help')).toMatchObject({ status: 0, output: help(house), errors: '' })
  expect(diff('--chekc')).toMatchObject({
    status: 2,
    output: '',
    errors: expect.stringContaining('generate -- diff --help'),
  })
})

interface Answer {
  readonly status: number | null
  readonly output: string
}

interface Ended extends Answer {
  readonly errors: string
}

async function answer(...args: readonly string[]): Promise<Answer> {
  const printed: string[] = []
  const surroundings = { house, disk: diskAt(copy), engine: '', print: (text: string) => printed.push(text) }
  return { status: await run(args, surroundings), output: printed.join('') }
}

function diff(...args: readonly string[]): Ended {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(generator, 'dist/main.js'), 'diff', ...args],
    { cwd: copy, encoding: 'utf8', env: { ...process.env, GITHUB_ACTIONS: '', NO_COLOR: '1' } },
  )
  return { status, output: stdout, errors: stderr }
}

function version(number: string): void {
  for (const file of house.release.manifests)
    writeFileSync(join(copy, file), JSON.stringify({ ...JSON.parse(read(file)), version: number }))
}

function edit(file: string, place: RegExp, text: string): void {
  expect(read(file)).toMatch(place)
  writeFileSync(join(copy, file), read(file).replace(place, text))
}

function read(file: string): string {
  return readFileSync(join(copy, file), 'utf8')
}
