// The sizes that the READMEs name: each within a twentieth of what esbuild and brotli make of that app.
import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { bundlers, oneObject } from '@linode-login/tool-bench'
import { expect, test } from 'vitest'
import { root } from '../repository.js'

const client = '{ LinodeLoginClient }'
const redirect = '{ completeRedirect, LinodeLoginClient, signInWithRedirect }'

test.each([
  ['core', 'core', client, /the client with all of the above (\d+(?:\.\d+)?) kB/],
  ['core', 'core/scopes', '{ hierarchy }', /of which Linode's hierarchy is (\d+(?:\.\d+)?)/],
  ['core', 'core', '{ OAuthToken }', /uses only `OAuthToken` gets (\d+(?:\.\d+)?)/],
  ['core', 'core/operations', '{ forOperations }', /uses only `forOperations` (\d+(?:\.\d+)?)/],
  ['browser', 'browser', redirect, /`completeRedirect` together (\d+(?:\.\d+)?) kB/],
  ['browser', 'browser', client, /the client alone (\d+(?:\.\d+)?) kB/],
])('the README of %s: an app with %s %s', async (readme, from, names, figure) => {
  const text = readFileSync(`${root}packages/${readme}/README.md`, 'utf8').replaceAll(/\s+/g, ' ')
  const [, said] = figure.exec(text) ?? []
  const bundle = await bundlers['esbuild']!(`export ${names} from '@linode-login/${from}'`)
  const measured = brotliCompressSync(bundle).length / 1000
  expect(Math.abs(Number(said) - measured) / measured, `${said} kB, and it is ${measured}`).toBeLessThan(0.05)
})

const apps = {
  byName: `import { OAuthScopes } from '@linode-login/core'
    console.log(OAuthScopes.Linodes.readOnly, OAuthScopes.Domains.all)`,
  byFamily: `import * as Linodes from '@linode-login/core/scopes/linodes'
    import * as Domains from '@linode-login/core/scopes/domains'
    console.log(Linodes.readOnly, Domains.all)`,
  ofOneObject: `${oneObject()}console.log(OAuthScopes.Linodes.readOnly, OAuthScopes.Domains.all)`,
}

test.each(Object.entries(bundlers))('the README of core: two scopes in %s', async (name, bundle) => {
  const text = readFileSync(`${root}packages/core/README.md`, 'utf8')
  const row = text.split('\n').find((line) => line.toLowerCase().startsWith(`| ${name} | `))
  const said = row?.match(/(?<=\| )[\d,]+/g)?.map((figure) => Number(figure.replace(',', '')))
  const measured = await Promise.all(Object.values(apps).map(async (app) => (await bundle(app)).length))
  expect(said).toHaveLength(measured.length)
  const off = measured.map((bytes, place) => Math.abs((said?.[place] ?? 0) - bytes) / bytes)
  expect(Math.max(...off), `${said} bytes, and it is ${measured}`).toBeLessThan(0.05)
})
