// What TypeScript makes of scopes and tokens in an app, and how much work that is for it.
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { diskAt, generate } from '@linode-login/tool-generator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { personal } from '../personal-operation.fixture.js'
import { houseOf } from '../providers/generated.fixture.js'
import { root } from '../repository.js'
import { type Compiled, compile, Project, typescripts } from './typescripts.fixture.js'

const promises = fileURLToPath(new URL('tokens.fixture.ts', import.meta.url))

const mistakes = [
  ['read-only where more is needed', "change(token.require('linodes:read_only'))", 'linodes:read_write'],
  ['nothing proven', 'see(token)', 'linodes:read_only'],
  ['another family', "see(token.require('domains:*'))", 'linodes:read_only'],
  ['one of two', "both(token.require('domains:*', 'vpc:*'))", 'linodes:read_only'],
  ['a family where all is needed', "all(token.require('linodes:*'))", '*'],
  ['one of three families', "three(token.require('linodes:*'))", 'domains:*'],
  ['three families', 'three(token)', 'linodes:read_write'],
  ['three families and the second', 'three(token)', 'volumes:*'],
  ['three families and the third', 'three(token)', 'domains:*'],
  ['a misspelt operation', "forOperations(['GET /linode/instance'])", 'GET /linode/instances'],
  [
    'an operation no scope opens',
    `forOperations(['${personal.name}'])`,
    `${personal.name} takes a personal access token, whatever the scopes`,
  ],
  [
    'the id of one among others',
    `whyNeeded('*', ['GET /account', '${personal.id}', 'get-account'])`,
    `${personal.id} takes a personal access token, whatever the scopes`,
  ],
  ['a misspelt one looked for', "token.covers('linodes:read_onyl')", 'linodes:read_onyl'],
  ['a misspelt one required', "token.require('linodes:read_onyl')", 'linodes:read_onyl'],
  [
    'a misspelt one asked for',
    "client.generateLoginUrl({ scopes: 'linodes:read_onyl' })",
    'linodes:read_only',
  ],
  [
    'a misspelt one among others',
    "client.generateLoginUrl({ scopes: ['vpc:*', 'linodes:read_onyl'] })",
    'linodes:read_only',
  ],
] as const

/** Each in a file of its own. */
const fileOf = (mistake: string) => `${mistake.replaceAll(' ', '-')}.ts`

/** Of scopes, and of uses. */
const sizes = [60, 600] as const
const uses = [1, 19] as const

let project: Project
let sized: readonly Project[] = []

beforeAll(async () => {
  project = new Project()
  for (const [mistake, call] of mistakes) project.write(fileOf(mistake), appWith(call))
  sized = await Promise.all(sizes.map(projectWith))
  for (const one of sized) for (const number of uses) one.write(`uses-${number}.ts`, app(number))
})
afterAll(() => {
  for (const one of [project, ...sized]) one.remove()
})

describe.each(typescripts)('%s', (_, compiler) => {
  let kept: Compiled | undefined
  let mistaken: Compiled | undefined
  let works: readonly Compiled[]

  beforeAll(() => {
    ;[kept, mistaken, ...works] = compile(compiler, [
      [project, [promises]],
      [project, mistakes.map(([mistake]) => fileOf(mistake))],
      ...sized.flatMap((one) => uses.map((number) => [one, [`uses-${number}.ts`]] as const)),
    ])
  })

  test('C12 A25 every promise is kept', () => {
    expect(kept?.messages).toEqual([])
    expect(kept?.instantiations).toBeGreaterThan(0)
  })

  describe('what is missing is named, and not a page of scopes', () => {
    test.each(mistakes)('%s', (mistake, _call, scope) => {
      const told = mistaken?.messages.filter((message) => message.startsWith(`${fileOf(mistake)}(`))
      const messages = told?.join('\n') ?? ''
      expect(messages).toMatch(/^[\w-]+\.ts\(10,\d+\): error /)
      expect(messages).toContain(`"${scope}"`)
      expect(messages.match(/error TS/g)).toHaveLength(1)
      expect(messages.match(/"[a-z_]*:?(?:read_\w+|\*)"/g)?.length ?? 0).toBeLessThanOrEqual(12)
      expect(messages.split('\n').length).toBeLessThanOrEqual(5)
    })

    test('and where a token lacks a proof, what gives it', () => {
      const tokens = mistakes.filter(([, call]) => /^\w+\(token\b/.test(call))
      const told = tokens.map(([mistake]) =>
        mistaken?.messages.find((message) => message.startsWith(`${fileOf(mistake)}(`)),
      )
      expect(told).toHaveLength(9)
      for (const message of told) expect(message).toContain('token.require()')
    })

    test('and nothing else', () => {
      const files = mistaken?.messages.map((message) => message.replace(/\(.*/s, ''))
      expect(files?.sort()).toEqual(mistakes.map(([mistake]) => fileOf(mistake)).sort())
    })
  })

  test('the work per use is the same with 60 scopes and with 600', () => {
    expect(works.flatMap(({ messages }) => messages)).toEqual([])
    const [once60, often60, once600, often600] = works.map(({ instantiations }) => instantiations)
    expect(Number(often60) - Number(once60)).toBeGreaterThan(0)
    expect(Number(often600) - Number(once600)).toBe(Number(often60) - Number(once60))
  })
})

/** An app whose tenth line is the mistake. */
function appWith(call: string): string {
  return `import type { LinodeLoginClient, OAuthToken } from '@linode-login/core'
import { forOperations, whyNeeded } from '@linode-login/core/operations'
declare const client: LinodeLoginClient
declare const token: OAuthToken
declare function see(token: OAuthToken<'linodes:read_only'>): void
declare function change(token: OAuthToken<'linodes:read_write'>): void
declare function both(token: OAuthToken<'linodes:read_only' | 'domains:read_write'>): void
declare function three(token: OAuthToken<'linodes:read_write' | 'volumes:*' | 'domains:*'>): void
declare function all(token: OAuthToken<'*'>): void
${call}
export { all, both, change, client, forOperations, see, three, token, whyNeeded }
`
}

/**
 * An app with so many functions that need a scope, each of another family, and as many calls
 * with a token that has more.
 */
function app(uses: number): string {
  const parts = Array.from({ length: uses }, (_, index) => {
    const family = `family_${index}`
    return `
declare function use${index}(token: OAuthToken<'${family}:read_only'>): void
use${index}(token.require('${family}:read_write'))
use${index}(token.require('${family}:*', 'family_19:read_only'))
use${index}(token.require('*'))
// @ts-expect-error: known to have less
use${index}(token.require('family_19:*'))
void client.beginLogin({ scopes: ['${family}:read_only', '${family}:*'], pending })
export const covered${index} = token.covers('${family}:read_only')
`
  })
  return `import type { LinodeLoginClient, OAuthToken, PendingLogins } from './core/index.js'
declare const client: LinodeLoginClient
declare const pending: PendingLogins
declare const token: OAuthToken
${parts.join('')}`
}

/** A project with core's types, made for another provider's scopes: as many as told. */
async function projectWith(scopes: number): Promise<Project> {
  const own = new Project()
  const core = join(own.folder, 'core')
  cpSync(`${root}packages/core/dist`, core, {
    recursive: true,
    filter: (file) => !/\.(?:js|map|tsbuildinfo)$/.test(file),
  })
  const disk = diskAt(root)
  const families = Array.from({ length: scopes / 3 }, (_, index) => `family_${index}`)
  const house = houseOf('spec')
  const made = (file: string, text: string): string | undefined => {
    if (file === house.spec.scopes) return withFamilies(text, families)
    return file === house.spec.operations ? 'version: 1.0.0\noperations: {}\n' : undefined
  }
  const { changes } = await generate(
    house,
    {
      ...disk,
      read: async (file: string) => {
        const bytes = await disk.read(file)
        const text = made(file, new TextDecoder().decode(bytes))
        return text === undefined ? bytes : new TextEncoder().encode(text)
      },
      list: async () => [],
      write: async () => {},
    },
    'verify',
  )
  for (const { path, after = '' } of changes) {
    const name = /^client\/(scopes|scope-covers)\.ts$/.exec(path)?.[1]
    if (name === undefined) continue
    if (name === 'scopes') expect(after.match(/^ {2}\| 'family_/gm)).toHaveLength(scopes)
    rmSync(join(core, 'generated', `${name}.d.ts`))
    own.write(`core/generated/${name}.ts`, after)
  }
  return own
}

/** Linode's spec of scopes with made-up families in place of all that it grants. */
function withFamilies(spec: string, families: readonly string[]): string {
  const { separators, ignoreCase, wildcard, levels } = parse(spec)
  const entries = families.map(
    (family, index) => [family, { name: `Family${index}`, things: `your things of kind ${index}` }] as const,
  )
  return stringify({ separators, ignoreCase, wildcard, levels, families: Object.fromEntries(entries) })
}
