// What spec/README.md teaches works: its examples can be put into the spec, and its
// commands run, in its order.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '../repository.js'
import { Clone, generator, npmRun } from '../spec-change/clone.fixture.js'

const page = readFileSync(`${root}spec/README.md`, 'utf8')
const blocks = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, yaml = '']) => yaml)
const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))

/** An API document with an operation of the spec and a new one, for commands that ask for a file. */
const newer = {
  openapi: '3.0.1',
  info: { title: 'API', version: '4.240.0' },
  servers: [{ url: 'https://api.linode.com/v4' }],
  paths: {
    '/account': {
      get: {
        operationId: 'get-account',
        security: [{ oauth: ['account:read_only'] }],
        responses: { 200: { description: 'The account.' } },
      },
    },
    '/account/moons': {
      get: {
        operationId: 'get-moons',
        security: [{ oauth: ['account:read_only'] }],
        responses: { 200: { description: 'Moons.' } },
      },
    },
  },
  components: {
    securitySchemes: {
      oauth: {
        type: 'oauth2',
        flows: {
          authorizationCode: {
            authorizationUrl: 'https://login.linode.com/oauth/authorize',
            tokenUrl: 'https://login.linode.com/oauth/token',
            scopes: { 'account:read_only': 'See the account.' },
          },
        },
      },
    },
  },
}

/** Everything that is to be typed: the lines of shell blocks, and commands within sentences; each once. */
const commands = [
  ...new Set([
    ...[...page.matchAll(/`(np[mx] [^`]+)`|^```sh\n([\s\S]*?)^```$/gm)].flatMap(
      ([, inline, block = '']) => inline ?? block.split('\n').filter((line) => line !== ''),
    ),
  ]),
]
/** What others run: CI begins with the first, and `spec-change.test.ts` does the second's work. */
const runElsewhere = ['npm test', 'npm run verify -- src/api-report -u']
const isRunHere = (command: string): boolean =>
  !command.startsWith('npm ') || /^npm run generate\b/.test(command)

/** A word of what each command of the generator says once the examples are put in, in the page's order. */
const says: Readonly<Record<string, string>> = {
  '': 'generated files are current',
  '--check': 'generated files are current',
  'import openapi openapi.json': 'Announced: wrote .changeset/spec.md',
  'import openapi openapi.json --dry-run': 'API 4.240.0, from openapi.json',
  'import --help': 'import openapi',
  diff: 'rockets',
  'diff --json': '"rockets',
  'diff --changeset': '.changeset/spec.md',
  'diff --check': 'announced',
}

/**
 * Each example by how it begins, the file, the place in it where it goes, and what stands
 * there then: % is the example.
 */
const examples: readonly (readonly [start: string, file: string, place: RegExp, text: string])[] = [
  ['families:\n  rockets', 'spec/scopes.yaml', /^families:\n/m, '%'],
  ['  maintenance:', 'spec/scopes.yaml', /^ {2}maintenance:\n(?: {4}.*\n)+/m, '%'],
  ['dropped:', 'spec/scopes.yaml', /^(?=families:\n)/m, '%'],
  ['folded:\n', 'spec/scopes.yaml', /^folded:\n([\s\S]*?)^ {2}tickets: .*\n/m, '%$1'],
  ['  POST /rockets', 'spec/operations.yaml', /^operations:\n/m, 'operations:\n%'],
  [
    '      prompt:',
    'spec/endpoints.yaml',
    /^ {4}path: \/oauth\/authorize\n {4}parameters:\n/m,
    '    path: /oauth/authorize\n    parameters:\n%',
  ],
]

/** What an operation may need, in every form that the page shows within a line. */
const needs = [
  ...new Set([...page.matchAll(/`((?:declared|auth): [^`]+)`/g)].map(([, form = '']) => form)),
  ...[...page.matchAll(/`(recorded: [^`]+)`/g)].map(([, form]) => `declared: rockets:read_write, ${form}`),
]

test('no example is forgotten', () => {
  expect(blocks.filter((yaml) => !examples.some(([start]) => yaml.startsWith(start)))).toEqual([])
  expect(blocks).toHaveLength(examples.length)
  expect(needs).toContain('declared: [[rockets:read_write], [account:read_write, events:read_only]]')
})

describe('in a copy of the repository', () => {
  let clone: Clone
  beforeAll(() => {
    clone = new Clone(generator, npmRun)
    clone.decide()
    // What stands there now is released, so that the examples are what changed since.
    const released = "---\n'@linode-login/core': minor\n---\n\nThe moon is near.\n"
    for (const file of readdirSync(join(clone.folder, '.changeset')))
      if (file.endsWith('.md')) rmSync(join(clone.folder, '.changeset', file))
    clone.write('.changeset/one.md', released)
    expect(clone.node(['tools/run.mjs', 'bump'])).toMatchObject({ status: 0 })
  })
  afterAll(() => clone.remove())

  test('every example can be put into the spec, where the page says', () => {
    for (const [start, file, place, text] of examples)
      clone.edit(file, place, text.replace('%', block(start)))
    const operations = needs.map(
      (need, index) => `  GET /rockets/${index}: { ${need}, since: 4.229.1, id: get-rocket-${index} }\n`,
    )
    clone.edit('spec/operations.yaml', /^operations:\n/m, `operations:\n${operations.join('')}`)
    expect(clone.generate()).toMatchObject({ status: 0 })

    const scopes = clone.read('packages/core/src/generated/scopes.ts')
    expect(scopes).toContain("readOnly: 'rockets:read_only'")
    expect(scopes).toMatch(/@deprecated[^/]*\*\/\nexport const Maintenance\b/)
    expect(scopes).toMatch(/@deprecated[^/]*\*\/\nexport const Tickets\b/)
    expect(clone.read('packages/core/src/generated/messages.ts')).toContain("'login' | 'consent'")
    const reference = clone.read('packages/core/reference/operations.md')
    expect(reference.match(/^\| `GET \/rockets\/\d+`.*$/gm)).toHaveLength(needs.length)
  })

  test.each(commands.filter(isRunHere))('%s', (command) => {
    clone.write('openapi.json', JSON.stringify(newer))
    const typed = command.replace(/<file\b[^>]*>/, 'openapi.json')
    // npm takes half a second to call what stands there, so it does so once; it tells where it was called.
    const called = typed.replace(/^npm run generate -- /, `${scripts.generate} `)
    const { status, stdout, stderr } = spawnSync('bash', ['-c', called], {
      cwd: clone.folder,
      env: { ...process.env, INIT_CWD: clone.folder },
      encoding: 'utf8',
    })
    expect({ status, words: status === 0 ? '' : stdout + stderr }).toEqual({ status: 0, words: '' })
    const option = /(?<= -- ).*/.exec(typed)?.[0] ?? ''
    expect(stdout + stderr).toContain(says[option] ?? 'no such command is known')
  })
})

test('there are commands to run, and the others are run elsewhere', () => {
  expect(commands.filter(isRunHere)).toEqual(
    expect.arrayContaining(['npm run generate', 'npm run generate -- --check']),
  )
  const others = commands.filter((command) => !isRunHere(command))
  expect(others.filter((command) => !runElsewhere.includes(command))).toEqual([])
  expect(scripts).toMatchObject({ test: expect.any(String), verify: expect.any(String) })
  expect(readFileSync(`${root}.ci/run`, 'utf8')).toContain('npm test')
})

/** The YAML of the page that begins with a text. */
function block(start: string): string {
  const found = blocks.find((yaml) => yaml.startsWith(start))
  if (found === undefined) throw new Error(`no example begins with ${start}`)
  return found
}
