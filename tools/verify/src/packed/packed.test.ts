// What npm would publish, installed into an empty app as a user would.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { beforeAll, expect, inject, test } from 'vitest'
import { packages, root } from '../repository.js'

const app = inject('app')
const folder = join(app.folder, 'packed')
beforeAll(() => mkdirSync(folder))

test('what was packed of another version is gone, so that the folder can be installed as a whole', () => {
  const found = readdirSync(dirname(app.folder)).filter((file) => file.endsWith('.tgz'))
  expect(found.sort()).toEqual(Object.values(app.tarballs).map((file) => basename(file)).sort())
})

test('who packs is told the packages and how to install them, and no page of files', () => {
  const parent = dirname(app.folder)
  const names = Object.values(app.tarballs).map((file) => `  ${basename(file)}\n`)
  const told = `Packed into ${parent}\n${names.sort().join('')}In the app: npm install ${parent}/linode-login-*.tgz\n`
  expect(app.said.endsWith(told)).toBe(true)
  expect(app.said.split('\n').length).toBeLessThan(12)
})

test.each(packages)('%s is what bundlers, Node and TypeScript expect of a package', async (name) => {
  const tarball = readFileSync(app.tarballs[name] ?? '')
  const bytes = Uint8Array.from(tarball).buffer
  const { messages, pkg } = await publint({ pack: { tarball: bytes }, strict: true })
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([])

  const analysis = await checkPackage(createPackageFromTarballData(new Uint8Array(bytes)))
  const problems = analysis.types ? analysis.problems : [{ kind: 'no types' }]
  // An ES module that a CommonJS app requires is meant: every supported Node can.
  expect(problems.map(({ kind }) => kind).filter((kind) => !allowed.has(kind))).toEqual([])
})
// CommonJSResolvesToESM: meant. NoResolution: from `node10`, which knows no `exports`
// and no supported Node is.
const allowed = new Set(['CJSResolvesToESM', 'NoResolution'])

test.each(packages)('Y1 %s runs no script at its install, brings no workspace range and ships its list of changes', (name) => {
  const manifest = JSON.parse(
    readFileSync(join(app.folder, `node_modules/@linode-login/${name}/package.json`), 'utf8'),
  )
  expect(Object.keys(manifest.scripts ?? {}).filter((script) => /install|prepare/.test(script))).toEqual([])
  expect(JSON.stringify(manifest)).not.toContain('workspace:')
  // npm packs a README and a licence unasked, but no list of changes.
  expect(manifest.files).toContain('CHANGELOG.md')
  // What only this repository's tools read is not shipped.
  expect(manifest).not.toHaveProperty('nx')
  expect(manifest).toMatchObject({
    license: 'MIT',
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20.19' },
  })
})

test.each(packages)('every map of %s leads to a file that was shipped too', (name) => {
  const installed = join(app.folder, 'node_modules/@linode-login', name)
  const maps = readdirSync(installed, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.map'),
  )
  expect(maps.length).toBeGreaterThan(0)
  const missing = maps.flatMap((map) => {
    const { sources } = JSON.parse(readFileSync(join(installed, map), 'utf8'))
    return sources.filter((source: string) => !existsSync(join(installed, dirname(map), source)))
  })
  expect(missing).toEqual([])
})

test.each(packages)('the pages of %s lead to files that were shipped, in this package or beside it', (name) => {
  const installed = join(app.folder, 'node_modules/@linode-login', name)
  const pages = readdirSync(installed, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^(?!node_modules).*\.md$/.test(file),
  )
  const links = pages.flatMap((page) =>
    [...readFileSync(join(installed, page), 'utf8').matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(
      ([, link = '']) => join(dirname(page), link),
    ),
  )
  expect(pages).toContain('README.md')
  expect(links.length).toBeGreaterThan(0)
  expect(links.filter((link) => !existsSync(join(installed, link)) && !forPrograms.test(link))).toEqual([])
})
// What the README of core says is in the repository alone.
const forPrograms = /^reference\/(?:.*\.json|schema)$/

test('the page of scopes is shipped where the README says, and what is for programs alone is not', () => {
  const shipped = readdirSync(join(app.folder, 'node_modules/@linode-login/core/reference'))
  expect(shipped).toContain('scope-picker.html')
  expect(shipped.filter((file) => file.endsWith('.json'))).toEqual([])
})

const signIn = `
const { LinodeLoginClient, MemoryPendingLogins, OAuthScopes } = await load('@linode-login/node')
const { FakeLogin } = await load('@linode-login/testing')
const login = await FakeLogin.start()
const redirectUri = 'http://127.0.0.1:8080/callback'
const client = new LinodeLoginClient({ ...login.registerClient({ redirectUri }), redirectUri, baseUrl: login.url, clock: login.clock })
const pending = new MemoryPendingLogins()
const { url } = await client.beginLogin({ scopes: [OAuthScopes.Linodes.readOnly], pending })
const answer = await fetch(url, { redirect: 'manual' })
const token = await client.completeLogin(answer.headers.get('location'), { pending })
console.log(token.covers('linodes:read_only') + ' ' + OAuthScopes.Linodes.all)
await login.stop()
`

test('an installed app signs in, by import', () => {
  expect(run('app.mjs', `const load = (name) => import(name)\n${signIn}`)).toBe('true linodes:*\n')
})

test('an installed app signs in, by require', () => {
  const program = `const load = (name) => require(name)\nvoid (async () => {${signIn}})()`
  expect(run('app.cjs', program)).toBe('true linodes:*\n')
})

test('every entry of every package can be imported', () => {
  const entries = packages.flatMap((name) => {
    const { exports } = JSON.parse(readFileSync(`${root}packages/${name}/package.json`, 'utf8'))
    return Object.keys(exports)
      .filter((entry) => !entry.endsWith('.json'))
      .map((entry) => `@linode-login/${name}${entry.slice(1).replace('*', 'linodes')}`)
  })
  const program = `for (const entry of ${JSON.stringify(entries)}) console.log(entry + ' ' + (Object.keys(await import(entry)).length > 0))`
  expect(run('entries.mjs', program)).toBe(entries.map((entry) => `${entry} true\n`).join(''))
})

function run(file: string, program: string): string {
  writeFileSync(join(folder, file), program)
  return execFileSync(process.execPath, ['--no-warnings', file], { cwd: folder, encoding: 'utf8' })
}
