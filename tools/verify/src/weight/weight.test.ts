// What an app carries: bundled by each bundler from the packages as npm would publish them, and counted.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inspect } from 'node:util'
import { OAuthScopes } from '@linode-login/core'
import { hierarchy } from '@linode-login/core/scopes'
import { bundlers, oneObject } from '@linode-login/tool-bench'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import type { InstalledApp } from '../packed/install-app.fixture.js'

const { Linodes, Domains } = OAuthScopes
const named = [Domains.all, Linodes.readOnly]
const every = [...Object.keys(hierarchy.includes), OAuthScopes.all]

/** The call and two texts in quotes: no app that names two scopes can do with less. */
const least = `console.log(${named.map((scope) => `"${scope}"`).join(',')})`.length
/** What bundlers put round it: names for the texts, or a function and "use strict". */
const around = 50

const app = inject('app')
const folder = join(app.folder, 'weight')
beforeAll(() => mkdirSync(folder))

const logging = 'console.log(OAuthScopes.Linodes.readOnly, OAuthScopes.Domains.all)'
const byName = (from: string) => `import { OAuthScopes } from '@linode-login/${from}'\n${logging}`
const byFamily = (from: string) => `import * as Linodes from '@linode-login/${from}/scopes/linodes'
import { all } from '@linode-login/${from}/scopes/domains'
console.log(Linodes.readOnly, all)`

describe.each(Object.entries(bundlers))('%s', (bundler, bundle) => {
  const bundled = async (code: string): Promise<string> => Buffer.from(await bundle(code, folder)).toString()
  /** As long as the same app is whose scopes are one object. */
  let ofOneObject: number
  beforeAll(async () => {
    ofOneObject = (await bundled(`${oneObject()}${logging}`)).length
  })

  test.each(['core', 'browser', 'node'])('two scopes by their families in %s are two texts', async (from) => {
    const code = await bundled(byFamily(from))
    expect(scopesIn(code)).toEqual(named)
    expect(code.length).toBeLessThanOrEqual(least + around)
    expect(code.length).toBeLessThan(ofOneObject)
  })

  test.each(['core', 'browser'])('two scopes by name in %s are what the README says', async (from) => {
    const code = await bundled(byName(from))
    expect(scopesIn(code)).toEqual(keptByName[bundler])
    if (bundler === 'esbuild') return
    const room = bundler === 'rolldown' ? 5 * least : least + around
    expect(code.length).toBeLessThanOrEqual(room)
    expect(code.length).toBeLessThan(ofOneObject)
  })

  test('who only signs in carries no operation, no words about scopes and no watching', async () => {
    const { operations, words, watching } = await textsOf(app)
    const client = await bundled("export * from '@linode-login/browser'")
    expect(textsIn(client, operations)).toEqual([])
    expect(textsIn(client, words)).toEqual([])
    expect(textsIn(client, watching)).toEqual([])
  })

  test('a token prints under its own name', async () => {
    const file = join(folder, `token-of-${bundler}.mjs`)
    const made = "new OAuthToken({ accessToken: '0123456789abcdef', scopes: [] })"
    const code = await bundled(`import { OAuthToken } from '@linode-login/core'\nglobalThis.made = ${made}`)
    writeFileSync(file, code)
    await import(pathToFileURL(file).href)
    expect(inspect(Reflect.get(globalThis, 'made'))).toMatch(/^OAuthToken \{/)
  })

  test.each([
    ['operations', 'forOperations'],
    ['describe', 'describe'],
    ['audit', 'auditingFetch'],
  ])('who uses %s carries that, and of the others nothing', async (subpath, name) => {
    const { operations, words, watching } = await textsOf(app)
    const code = await bundled(
      `import { ${name} } from '@linode-login/browser/${subpath}'\nglobalThis.used = ${name}`,
    )
    expect(textsIn(code, operations)).toEqual(subpath === 'operations' ? operations : [])
    expect(textsIn(code, words)).toEqual(subpath === 'describe' ? words : [])
    expect(textsIn(code, watching)).toEqual(subpath === 'audit' ? watching : [])
  })
})

/**
 * The scopes that an app has when it names two through `OAuthScopes`. What was exported as a namespace is
 * kept whole by esbuild, and an object whole by Rolldown.
 */
const keptByName: Readonly<Record<string, readonly string[]>> = {
  esbuild: every,
  rollup: named,
  rolldown: [...Object.values(Domains), ...Object.values(Linodes)],
  webpack: named,
}

/** The known scopes that stand in code as texts, in the order of the hierarchy. */
function scopesIn(code: string): readonly string[] {
  return every.filter((scope) => ['"', "'", '`'].some((quote) => code.includes(quote + scope + quote)))
}

function textsIn(code: string, texts: readonly string[]): readonly string[] {
  return texts.filter((text) => code.includes(text))
}

/** What the packages hold of each, word for word. */
async function textsOf({ folder: root }: InstalledApp): Promise<{
  operations: readonly string[]
  words: readonly string[]
  watching: readonly string[]
}> {
  const generated = join(root, 'node_modules/@linode-login/core/dist/generated')
  const load = (file: string) => import(pathToFileURL(join(generated, file)).href)
  const [{ operationLines }, { scopeTexts }] = await Promise.all([
    load('operations.js'),
    load('scope-texts.js'),
  ])
  return {
    operations: operationLines,
    words: Object.values<readonly string[]>(scopeTexts).map(([, sentence = '']) => sentence),
    watching: ['X-Accepted-OAuth-Scopes', 'every call needed'],
  }
}
