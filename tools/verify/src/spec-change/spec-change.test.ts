// The maintainer's main job: a scope added to the spec reaches the typed tree, the consent page and the fake API with
// no other file touched by hand.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Clone } from './clone.fixture.js'

let clone: Clone

beforeAll(() => {
  clone = new Clone()
  clone.edit(
    'spec/scopes.yaml',
    /^families:\n/m,
    'families:\n  gadgets:\n    name: Gadgets\n    things: your gadgets\n',
  )
  clone.edit(
    'spec/operations.yaml',
    /^operations:\n/m,
    'operations:\n  GET /gadgets: { id: get-gadgets, declared: gadgets:read_only, since: 9.9.9 }\n',
  )
})
afterAll(() => clone.remove())

test('a scope added to the spec compiles, is offered at the consent page and enforced by the fake API', () => {
  expect(clone.generate('--check').status).toBe(1)
  expect(clone.generate()).toMatchObject({ status: 0 })
  expect(clone.generate('--check')).toMatchObject({ status: 0 })
  for (const room of ['packages/testing', 'packages/node']) {
    expect(
      clone.node(['node_modules/typescript/bin/tsc', '-b', `${room}/tsconfig.build.json`]),
    ).toMatchObject({ status: 0 })
  }
  clone.write('packages/testing/app.mjs', app)
  expect(JSON.parse(clone.node(['packages/testing/app.mjs']).output)).toEqual({
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
