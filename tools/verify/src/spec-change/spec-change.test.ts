// The maintainer's main job: a scope added to the spec reaches the typed tree, the consent page and the fake API with
// no other file touched by hand.
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../repository.js'

const clone = mkdtempSync(join(tmpdir(), 'spec-change-'))

beforeAll(() => {
  const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
  })
  for (const file of tracked
    .toString()
    .split('\0')
    .filter((file) => file && existsSync(root + file))) {
    cpSync(root + file, join(clone, file), { recursive: true })
  }
  for (const room of [
    'packages/core',
    'packages/node',
    'packages/browser',
    'packages/testing',
    'tools/generator',
  ]) {
    if (existsSync(`${root}${room}/dist`))
      cpSync(`${root}${room}/dist`, join(clone, room, 'dist'), { recursive: true })
    if (existsSync(`${root}${room}/node_modules`)) {
      cpSync(`${root}${room}/node_modules`, join(clone, room, 'node_modules'), {
        recursive: true,
        verbatimSymlinks: true,
      })
    }
  }
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'))

  edit(
    'spec/scopes.yaml',
    /^families:\n/m,
    'families:\n  gadgets:\n    name: Gadgets\n    things: your gadgets\n',
  )
  edit(
    'spec/operations.yaml',
    /^operations:\n/m,
    'operations:\n  GET /gadgets: { id: get-gadgets, declared: gadgets:read_only, since: 9.9.9 }\n',
  )
})
afterAll(() => rmSync(clone, { recursive: true }))

test('a scope added to the spec compiles, is offered at the consent page and enforced by the fake API', () => {
  expect(generate('--check').status).toBe(1)
  expect(generate()).toMatchObject({ status: 0 })
  expect(generate('--check')).toMatchObject({ status: 0 })
  for (const room of ['packages/testing', 'packages/node']) {
    execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b', `${room}/tsconfig.build.json`], {
      cwd: clone,
    })
  }
  writeFileSync(join(clone, 'packages/testing/app.mjs'), app)
  const output = execFileSync(process.execPath, ['packages/testing/app.mjs'], {
    cwd: clone,
    encoding: 'utf8',
  })
  expect(JSON.parse(output)).toEqual({
    scope: 'gadgets:read_only',
    offered: true,
    granted: 200,
    refused: 401,
  })
})

const app = `
import { LinodeLoginClient, MemoryPendingLogins, OAuthScopes } from '@linode-login/core'
import { FakeLogin } from '@linode-login/testing'

const redirectUri = 'http://127.0.0.1:8080/callback'
const page = await FakeLogin.start({ consent: 'page' })
const shown = await fetch(await begin(page, OAuthScopes.Gadgets.readOnly).then(({ url }) => url))
const offered = (await shown.text()).includes('Gadgets')
await page.stop()

const login = await FakeLogin.start()
const granted = await call(OAuthScopes.Gadgets.readOnly)
const refused = await call(OAuthScopes.Linodes.readOnly)
await login.stop()
console.log(JSON.stringify({ scope: OAuthScopes.Gadgets.readOnly, offered, granted, refused }))

async function begin(login, scope) {
  const client = new LinodeLoginClient({ ...login.registerClient({ redirectUri }), redirectUri, baseUrl: login.url, clock: login.clock })
  const pending = new MemoryPendingLogins({ clock: login.clock })
  const { url } = await client.beginLogin({ scopes: [scope], pending })
  return { client, pending, url }
}

async function call(scope) {
  const { client, pending, url } = await begin(login, scope)
  const answer = await fetch(url, { redirect: 'manual' })
  const token = await client.completeLogin(answer.headers.get('location'), { pending })
  const response = await fetch(login.apiUrl + '/v4/gadgets', { headers: { authorization: 'Bearer ' + token.accessToken } })
  return response.status
}
`

function edit(file: string, place: RegExp, text: string): void {
  const path = join(clone, file)
  const before = readFileSync(path, 'utf8')
  expect(before).toMatch(place)
  writeFileSync(path, before.replace(place, text))
}

function generate(...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/generator/dist/main.js', ...args], {
    cwd: clone,
    encoding: 'utf8',
  })
  return { status, output: stdout + stderr }
}
