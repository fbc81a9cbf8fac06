// The maintainer's main job: a scope added to the spec reaches the typed tree, the consent page and
// the fake API with no other file touched by hand, no test either. What is taken back leaves
// nothing that would be shipped.
import { afterAll, beforeAll, expect, test } from 'vitest'
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

let clone: Clone

beforeAll(() => {
  clone = new Clone()
  clone.edit('spec/scopes.yaml', /^families:\n/m, `families:\n${families}`)
  clone.edit('spec/operations.yaml', /^operations:\n/m, `operations:\n${operations}`)
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
  expect(byHand).toEqual(['spec/operations.yaml', 'spec/scopes.yaml'])
})

// The same as `npm run verify -- src/api-report -u` but for the build.
test('the API reports are written anew by the command that the guide names', () => {
  expect(clone.read(REPORT)).not.toContain('gadgets')
  expect(suite('tools/verify', 'src/api-report', '-u')).toMatchObject({ status: 0 })
  expect(clone.read(REPORT)).toContain("readonly readOnly: 'gadgets:read_only'")
  expect(clone.read(REPORT.replace('index', 'scopes-each'))).toContain("const readOnly = 'gadgets:read_only'")
})

// A count of scopes or operations, or the width of a column, would come to light here: in
// the suites that read them.
test.each<[project: string, folders: string[], ...options: string[]]>([
  [
    'packages/core',
    [
      'audit',
      'client/arguments',
      'describe',
      'operations',
      'provider/hierarchy',
      'scopes/algebra',
      'tokens/oauth',
    ],
  ],
  ['packages/node', ['cli']],
  ['packages/testing', ['api', 'authority/authority', 'login/consent', 'script']],
  ['tools/generator', ['house', 'import/write']],
  // But for the examples of each help, which show no figure.
  [
    'tools/verify',
    ['cli/shown', 'scope-picker/same-words'],
    '--testNamePattern=^(?!every example of every help)',
  ],
])('the suite of %s passes with no test edited: %j', { timeout: 600_000 }, (project, folders, ...options) => {
  const files = folders.map((folder) => `src/${folder}`)
  const { status, output } = suite(project, '--reporter=dot', ...files, ...options)
  expect({ status, words: status === 0 ? '' : output }).toEqual({ status: 0, words: '' })
})

test('a scope that is taken back is not shipped, though it was built', () => {
  clone.edit('spec/scopes.yaml', families, '')
  clone.edit('spec/operations.yaml', operations, '')
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
