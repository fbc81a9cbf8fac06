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
  const file = `packages/${readme}/README.md`
  const text = read(file)
  // Prose breaks its lines anywhere.
  const found = new RegExp(figure.source.replaceAll(' ', '\\s+')).exec(text)
  expect(found, `${file} says no size as ${figure}`).not.toBeNull()
  const [all = '', said = ''] = found ?? []
  const before = text.slice(0, found?.index) + all.slice(0, all.indexOf(said))
  const bundle = await bundlers['esbuild']!(`export ${names} from '@linode-login/${from}'`)
  const wrong = wrongAt(file, before.split('\n').length, said, brotliCompressSync(bundle).length / 1000)
  expect(wrong, wrong.join('\n')).toEqual([])
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
  const file = 'packages/core/README.md'
  const lines = read(file).split('\n')
  const line = lines.findIndex((row) => row.toLowerCase().startsWith(`| ${name} | `))
  const said = lines[line]?.match(/(?<=\| )[\d,]+/g) ?? []
  const measured = await Promise.all(Object.values(apps).map(async (app) => (await bundle(app)).length))
  expect(said).toHaveLength(measured.length)
  const wrong = measured.flatMap((bytes, place) => wrongAt(file, line + 1, said[place] ?? '', bytes))
  expect(wrong, wrong.join('\n')).toEqual([])
})

function read(file: string): string {
  return readFileSync(root + file, 'utf8')
}

/** What to write in place of a size that is off by more than a twentieth; nothing of all others. */
function wrongAt(file: string, line: number, said: string, measured: number): readonly string[] {
  if (Math.abs(Number(said.replace(',', '')) - measured) / measured < 0.05) return []
  const digits = said.split('.')[1]?.length ?? 0
  const is = measured.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return [
    `${file}:${line}: the app's size is ${is} by now: write ${is} in place of ${said}, or find out what made it so`,
  ]
}
