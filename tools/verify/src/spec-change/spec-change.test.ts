// The maintainer's main job: a scope added to the spec reaches the typed tree, the consent page and
// the fake API with no other file touched by hand, no test either. Nor do tests care what goes, but for
// the few operations and families that they name. What is taken back leaves nothing that would be shipped.
import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { packages } from '../repository.js'
import { Clone, type Done } from './clone.fixture.js'

const BUILT = 'packages/core/dist/generated/families/gadgets.js'
const REPORT = 'packages/core/api/index.api.md'

/** One with a name longer than any other, so that columns get wider. */
const families = `  gadgets:
    name: Gadgets
    things: your gadgets
  gadget_launch_pads_and_towers:
    name: GadgetLaunchPadsAndTowers
    title: Launch pads
    things: your launch pads
    levels: [read_only, read_write]
`
/** Of each kind one, and two that need a scope which others need too. */
const operations = `  GET /gadgets: { id: get-gadgets, declared: gadgets:read_only, since: 4.229.1 }
  GET /gadgets/keys: { id: get-gadget-keys, auth: pat, since: 4.229.1 }
  GET /gadgets/mine: { id: get-my-gadgets, auth: any_token, since: 4.229.1 }
  GET /gadgets/types: { id: get-gadget-types, auth: none, since: 4.229.1 }
  POST /gadgets/{gadgetId}/boot: { id: boot-gadget, declared: linodes:read_write, since: 4.229.1 }
  POST /gadgets/{gadgetId}/launch: { id: launch-gadget, declared: [gadgets:read_write, linodes:read_write], since: 4.229.1 }
`

/** A scope of its own. */
const scope = '  rockets_everywhere: { name: rocketsEverywhere, description: Launch rockets anywhere. }\n'

/**
 * What tests name, as examples of what an app calls and asks for: whoever renames or removes one of these edits tests.
 * All else may go, and `generate` shows the lines of the spec's own examples that name it.
 */
const named = {
  operations: [
    'GET /account',
    'GET /domains',
    'POST /domains',
    'POST /images',
    'GET /linode/instances',
    'POST /linode/instances',
    'GET /linode/instances/{linodeId}',
    'PUT /linode/instances/{linodeId}',
    'GET /profile',
    'GET /regions',
    'GET /volumes',
    'POST /volumes',
    'POST /volumes/{volumeId}/attach',
  ],
  families: [
    ...[
      'account',
      'child_account',
      'domains',
      'events',
      'images',
      'linodes',
      'lke',
      'maintenance',
      'volumes',
      'vpc',
    ],
    // Of what Linode's documents misspelt.
    ...['firewall', 'ips', 'monitor'],
  ],
}

const SCOPES = 'spec/scopes.yaml'
const OPERATIONS = 'spec/operations.yaml'
const EXAMPLES = 'spec/vectors/operations.yaml'

let clone: Clone

beforeAll(() => {
  clone = new Clone()
  // As a clone of a repository has it: a suite that makes a clone of its own asks git for the files.
  execFileSync('git', ['init', '-q'], { cwd: clone.folder })
  clone.edit(SCOPES, /^families:\n/m, `families:\n${families}`)
  clone.edit(SCOPES, /^scopes:(?: \{\})?\n/m, `scopes:\n${scope}`)
  clone.edit(OPERATIONS, /^operations:\n/m, `operations:\n${operations}`)
})
afterAll(() => clone.remove())

test('a scope added to the spec compiles, is offered at the consent page and enforced by the fake API', () => {
  clone.write('packages/testing/app.ts', app)
  expect(compile().output).toContain("Property 'Gadgets' does not exist")
  expect(clone.generate()).toMatchObject({ status: 0 })
  expect(clone.generate('--check')).toMatchObject({ status: 0 })
  expect(build('node', 'browser', 'testing')).toMatchObject({ status: 0 })
  expect(compile()).toEqual({ status: 0, output: '' })
  expect(JSON.parse(clone.node(['packages/testing/app.js']).output)).toEqual({
    scope: 'gadgets:read_only',
    offered: '<strong>Gadgets: read only</strong><span>See your gadgets.</span>',
    granted: { status: 200, needs: 'gadgets:read_only' },
    refused: { status: 401, needs: 'gadgets:read_only' },
  })
  expect(clone.read(BUILT)).toContain('gadgets:read_only')
})

test('no other file was touched by hand', () => {
  const byHand = clone
    .changed()
    .filter((file) => !/^packages\/\w+\/(?:src\/generated|reference)\//.test(file))
  expect(byHand).toEqual([OPERATIONS, SCOPES])
})

// The same as `npm run verify -- src/api-report -u` but for the build.
test('the API reports are written anew by the command that the guide names', () => {
  expect(clone.read(REPORT)).not.toContain('gadgets')
  expect(suite('tools/verify', 'src/api-report', '-u')).toMatchObject({ status: 0 })
  expect(clone.read(REPORT)).toContain("readonly readOnly: 'gadgets:read_only'")
  expect(clone.read(REPORT.replace('index', 'scopes-each'))).toContain("const readOnly = 'gadgets:read_only'")
})

test('an operation that goes is told where an example names it, and what nothing names goes as it is', () => {
  const examples = clone.read(EXAMPLES)
  const { operations: before }: Operations = parse(clone.read(OPERATIONS))
  const personal = Object.keys(before).filter((name) => before[name]?.auth === 'pat' && !name.includes('{'))
  const [gone = ''] = personal.filter((name) => examples.includes(name))
  const [left = ''] = personal.filter((name) => !examples.includes(name) && !isNew(name))
  const isKept = (name: string) =>
    isNew(name) || named.operations.includes(name) || examples.includes(name) || before[name]?.auth === 'pat'
  remove(
    OPERATIONS,
    Object.keys(before).filter((name) => name === gone || !isKept(name)),
  )
  // One is retired, and the others go.
  const spare = familiesNamedNowhere()
  const retired = spare.find(({ isRetired }) => !isRetired)?.family
  if (retired !== undefined) {
    clone.edit(
      SCOPES,
      `  ${retired}:\n`,
      `  ${retired}:\n    retired: { declared: 4.208.1, removed: 4.229.1 }\n`,
    )
  }
  remove(
    SCOPES,
    spare.map(({ family }) => family).filter((family) => family !== retired),
  )

  const { status, output } = clone.generate()
  expect(status).toBe(1)
  expect(output).toContain(`there is no operation "${gone}"`)
  const ids = [before[gone], before[left]].map((entry) => entry?.id ?? '')
  clone.write(EXAMPLES, examples.replaceAll(gone, left).replaceAll(ids[0] ?? '', ids[1] ?? ''))
  expect(clone.generate()).toMatchObject({ status: 0 })
  expect(build('node', 'browser', 'testing')).toMatchObject({ status: 0 })
})

// A count of scopes or operations, or the width of a column, would come to light here.
test.each<[project: string, folders: string[], ...options: string[]]>([
  // But for what compares the code with the manifest, whose version is another in a clone.
  ['packages/core', [''], '--exclude=src/version.test.ts'],
  ['packages/node', [''], '--exclude=src/version.test.ts'],
  ['packages/browser', ['']],
  ['packages/testing', ['']],
  ['tools/generator', ['house', 'import/write']],
  // But for the examples of each help, which show no figure.
  [
    'tools/verify',
    ['cli/shown', 'documents', 'import/documents', 'scope-picker', 'types/types', 'vectors'],
    '--testNamePattern=^(?!every example of every help)',
  ],
])(
  'the suite of %s compiles and passes with no test edited: %j',
  { timeout: 600_000 },
  (project, folders, ...options) => {
    expect(clone.nodeIn(project, '../../node_modules/typescript7/bin/tsc', '-p', 'tsconfig.json')).toEqual({
      status: 0,
      output: '',
    })
    const files = folders.map((folder) => `src/${folder}`)
    const { status, output } = suite(project, '--reporter=dot', ...files, ...options)
    expect({ status, words: status === 0 ? '' : output }).toEqual({ status: 0, words: '' })
  },
)

test('a scope that is taken back is not shipped, though it was built', () => {
  clone.edit(SCOPES, families, '')
  clone.edit(OPERATIONS, operations, '')
  expect(clone.generate()).toMatchObject({ status: 0 })
  expect(build('core')).toMatchObject({ status: 0 })
  expect(clone.has(BUILT)).toBe(true)
  for (const name of packages) {
    const { scripts } = JSON.parse(clone.read(`packages/${name}/package.json`))
    expect(scripts.prepack).toMatch(/^node \.\.\/\.\.\/tools\/prune\.mjs\b/)
  }
  expect(clone.nodeIn('packages/core', '../../tools/prune.mjs')).toMatchObject({ status: 0 })
  expect(clone.has(BUILT)).toBe(false)
  expect(clone.has(BUILT.replace('gadgets', 'linodes'))).toBe(true)
})

interface Operations {
  readonly operations: Readonly<Record<string, { readonly id: string; readonly auth?: string }>>
}

interface Families {
  readonly families: Readonly<Record<string, { readonly retired?: unknown }>>
}

const isNew = (name: string) => /gadget|rocket/.test(name)

/** Families that no test names, no example and no operation that is left; and whether each is retired. */
function familiesNamedNowhere(): readonly { readonly family: string; readonly isRetired: boolean }[] {
  const examples = readdirSync(`${clone.folder}/spec/vectors`).map((name) => `spec/vectors/${name}`)
  const texts = [OPERATIONS, ...examples].map((file) => clone.read(file)).join('')
  const isSpare = (family: string) =>
    !isNew(family) && !named.families.includes(family) && !texts.includes(`${family}:`)
  const { families: all }: Families = parse(clone.read(SCOPES))
  return Object.entries(all)
    .filter(([family]) => isSpare(family))
    .map(([family, { retired }]) => ({ family, isRetired: retired !== undefined }))
}

/** Takes entries out of a file, with the lines that are indented below them. */
function remove(file: string, keys: readonly string[]): void {
  const entries = /^ {2}(\S.*?):(?: .*)?\n(?: {4}.*\n)*/gm
  clone.write(
    file,
    clone.read(file).replaceAll(entries, (entry, key) => (keys.includes(key) ? '' : entry)),
  )
}

function build(...names: readonly string[]): Done {
  const projects = names.map((name) => `packages/${name}/tsconfig.build.json`)
  return clone.node(['node_modules/typescript7/bin/tsc', '-b', ...projects])
}

/**
 * Type-checks the app against the packages as they are built, and writes its
 * JavaScript beside it if it passes.
 */
function compile(): Done {
  const options = '--module nodenext --target es2022 --strict --types node --skipLibCheck --noEmitOnError'
  const compiler = '../../node_modules/typescript7/bin/tsc'
  return clone.nodeIn('packages/testing', compiler, '--ignoreConfig', ...options.split(' '), 'app.ts')
}

/**
 * Runs the tests of a project of the clone, with the time that they take where other suites run beside them:
 * in one worker, since each imports everything anew, and the processors are busy.
 */
function suite(project: string, ...words: readonly string[]): Done {
  return clone.nodeIn(
    project,
    '../../node_modules/vitest/vitest.mjs',
    'run',
    '--testTimeout=120000',
    '--maxWorkers=1',
    '--no-isolate',
    ...words,
  )
}

const app = `
import { LinodeLoginClient, MemoryPendingLogins, OAuthScopes, type OAuthScope } from '@linode-login/core'
import { FakeLogin } from '@linode-login/testing'

const redirectUri = 'http://127.0.0.1:8080/callback'
const page = await FakeLogin.start({ consent: 'page' })
const shown = await fetch(await begin(page, OAuthScopes.Gadgets.readOnly).then(({ url }) => url))
const [, offered] = /<li data-scope="gadgets:read_only">(.*?)<\\/li>/.exec(await shown.text()) ?? []
await page.stop()

const login = await FakeLogin.start()
const granted = await call(OAuthScopes.Gadgets.readOnly)
const refused = await call(OAuthScopes.Linodes.readOnly)
await login.stop()
console.log(JSON.stringify({ scope: OAuthScopes.Gadgets.readOnly, offered, granted, refused }))

async function begin(login: FakeLogin, scope: OAuthScope) {
  const client = new LinodeLoginClient({ ...login.registerClient({ redirectUri }), redirectUri, baseUrl: login.url, clock: login.clock })
  const pending = new MemoryPendingLogins({ clock: login.clock })
  const { url } = await client.beginLogin({ scopes: [scope], pending })
  return { client, pending, url }
}

async function call(scope: OAuthScope) {
  const { client, pending, url } = await begin(login, scope)
  const token = await client.completeLogin(await login.signIn(url), { pending })
  const authorization = 'Bearer ' + token.accessToken
  const { status, headers } = await fetch(login.apiUrl + '/v4/gadgets', { headers: { authorization } })
  return { status, needs: headers.get('x-accepted-oauth-scopes') }
}
`
