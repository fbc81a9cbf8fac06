// What spec/README.md teaches works: its examples can be put into the spec, and its commands run, in its order.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '../repository.js'
import { Clone } from '../spec-change/clone.fixture.js'

const page = readFileSync(`${root}spec/README.md`, 'utf8')
const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))

/** An API document, for commands that ask for a file. */
const newer = {
  openapi: '3.0.1',
  info: { title: 'API', version: '4.240.0' },
  servers: [{ url: 'https://api.linode.com/v4' }],
  paths: {
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

describe('in a copy of the repository', () => {
  let clone: Clone
  beforeAll(() => {
    clone = new Clone()
  })
  afterAll(() => clone.remove())

  test('the examples of a new family, operation and parameter can be put into the spec', () => {
    clone.edit('spec/scopes.yaml', /^families:\n/m, block('families:\n  rockets'))
    clone.edit('spec/operations.yaml', /^operations:\n/m, `operations:\n${block('  POST /rockets')}`)
    clone.edit(
      'spec/endpoints.yaml',
      /^ {4}path: \/oauth\/authorize\n {4}parameters:\n/m,
      `    path: /oauth/authorize\n    parameters:\n${block('      prompt:')}`,
    )
    expect(clone.generate()).toMatchObject({ status: 0 })
    expect(clone.read('packages/core/src/generated/scopes.ts')).toContain("readOnly: 'rockets:read_only'")
    expect(clone.read('packages/core/src/generated/messages.ts')).toContain("'login' | 'consent'")
  })

  test.each(commands.filter(isRunHere))('%s', (command) => {
    clone.write('openapi.json', JSON.stringify(newer))
    const typed = command.replace(/<file\b[^>]*>/, 'openapi.json')
    const { status, stdout, stderr } = spawnSync('bash', ['-c', typed], {
      cwd: clone.folder,
      encoding: 'utf8',
    })
    expect({ status, words: status === 0 ? '' : stdout + stderr }).toEqual({ status: 0, words: '' })
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
  const found = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].find(([, yaml = '']) =>
    yaml.startsWith(start),
  )
  if (found?.[1] === undefined) throw new Error(`no example begins with ${start}`)
  return found[1]
}
