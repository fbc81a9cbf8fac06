/**
 * What the generator makes of another provider's spec: compiled as strictly as this repository, and loaded.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Fields } from '@linode-login/core/internal'
import type { ScopeHierarchy } from '@linode-login/core/scopes'
import type { Provider } from '@linode-login/testing'
import { diskAt, generate, type House } from '@linode-login/tool-generator'
import { ReferenceDocuments } from '../documents/documents.fixture.js'
import { root } from '../repository.js'
import { type Lists, publishedIn } from '../vectors/published.fixture.js'

/** The client's half of what was generated. */
export interface ClientHalf {
  readonly loginUrl: string
  readonly endpoints: Readonly<
    Record<string, { readonly method: string; readonly path: string; readonly authentication?: 'bearer' }>
  >
  readonly hierarchy: ScopeHierarchy
  /** `encodeExchangeRequest`, by `ExchangeRequest`. */
  readonly encode: (type: string, request: Readonly<Record<string, unknown>>) => URLSearchParams
  /** `decodeTokenResponse`, by `TokenResponse`. */
  readonly decode: (type: string, fields: Fields) => Readonly<Record<string, unknown>>
}

/** One provider, generated. */
export interface Generated {
  readonly client: ClientHalf
  readonly provider: Provider
  readonly examples: Lists
  readonly documents: ReferenceDocuments
}

// Inside this package, so that imports of packages resolve as those of a file here do.
const stage = fileURLToPath(new URL('../../.report/providers/', import.meta.url))

/** The folders of specs that stand beside the generator. */
export const names: readonly string[] = readdirSync(`${root}tools/generator/providers`).sort()

/** Writes what the generator makes of each spec, compiles it and loads it. */
export async function generateAll(): Promise<Readonly<Record<string, Generated>>> {
  removeGenerated()
  for (const name of names) await write(name)
  const complaints = compile()
  if (complaints !== '') throw new Error(complaints)
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await load(name)])))
}

async function write(name: string): Promise<void> {
  const folder = join(stage, name)
  const spec = `tools/generator/providers/${name}`
  const vectors = { folder: `${spec}/vectors`, schema: 'spec/schema/vectors.schema.json' }
  const house = { ...houseOf(spec), vectors }
  const disk = diskAt(root)
  const list = async (listed: string) => (listed === vectors.folder ? disk.list(listed) : [])
  const nothingKept = { ...disk, list, write: async () => {} }
  const { changes } = await generate(house, nothingKept, 'verify')
  for (const { path, after = '' } of changes) put(join(folder, path), after)
  put(join(folder, 'wire.ts'), wire)
  put(join(folder, 'package.json'), '{ "type": "module" }')
}

async function load(name: string): Promise<Generated> {
  const from = (file: string) => import(pathToFileURL(join(stage, 'out', name, `${file}.js`)).href)
  const [endpoints, { hierarchy }, code, server] = await Promise.all([
    from('client/endpoints'),
    from('client/hierarchy'),
    from('wire'),
    from('server/provider'),
  ])
  const reference = join(stage, name, 'reference')
  const [provider] = Object.values<Provider>(server)
  if (provider === undefined) throw new Error(`${name} has no provider`)
  return {
    client: {
      ...endpoints,
      hierarchy,
      encode: (type, request) => code[`encode${type}`](request),
      decode: (type, fields) => code[`decode${type}`](fields),
    },
    provider,
    documents: new ReferenceDocuments(reference),
    examples: publishedIn(reference),
  }
}

/** Removes what was written. */
export function removeGenerated(): void {
  rmSync(stage, { recursive: true, force: true })
}

/** Where the parts of a spec stand, and what is made of them. */
export function houseOf(spec: string): House {
  const schemas = 'spec/schema'
  return {
    maker: 'tools/generator',
    command: 'npm run generate',
    call: 'npm run generate --',
    watch: 'npm run watch',
    spec: {
      endpoints: `${spec}/endpoints.yaml`,
      scopes: `${spec}/scopes.yaml`,
      operations: `${spec}/operations.yaml`,
    },
    schemas: {
      endpoints: `${schemas}/endpoints.schema.json`,
      scopes: `${schemas}/scopes.schema.json`,
      operations: `${schemas}/operations.schema.json`,
    },
    client: {
      folder: 'client',
      checks: '@linode-login/core/internal',
      fields: '@linode-login/core/internal',
      form: '@linode-login/core/internal',
      within: '@linode-login/core/internal',
      hierarchy: '@linode-login/core/scopes',
    },
    server: {
      folder: 'server',
      wire: '../wire.js',
      scopes: '../client/hierarchy.js',
      provider: '@linode-login/testing',
    },
    mirrors: [],
    reference: 'reference',
    referenceUrl: 'reference',
    license: 'MIT',
    navigation: { declarations: 'built', spec: 'built/scopes.yaml', schema: 'built/scopes.schema.json' },
    askingLine: 'login({scopes})',
    takenNames: [],
    takenTypes: [],
    memory: 'nothing is remembered',
    release: {
      model: 'nothing was released',
      command: '',
      diff: '',
      manifests: [],
      reports: '',
      changesets: '',
      scopes: 'Scopes',
    },
  }
}

/** The provider's own messages beside the checks that they are made of. */
const wire = `
export * from './client/messages.js'
export * from './client/encoders.js'
export * from './client/decoders.js'
export {
  absoluteUri, bearerToken, codeChallenge, codeVerifier, Fields, freeText, oneOf, oneOfIgnoringCase,
  scopeText, seconds, visibleText,
} from '@linode-login/core/internal'
`

/** What the compiler has to say against it; nothing, if it is well. */
function compile(): string {
  const lib = ['es2023', 'esnext.disposable', 'dom', 'dom.iterable']
  const compilerOptions = { lib, types: ['node'], outDir: 'out', rootDir: '.', composite: false }
  const configuration = { extends: `${root}tsconfig.base.json`, compilerOptions, exclude: ['out'] }
  put(join(stage, 'tsconfig.json'), JSON.stringify(configuration))
  const compiler = `${root}node_modules/typescript7/bin/tsc`
  const words = [compiler, '-p', stage, '--pretty', 'false']
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' })
  return status === 0 ? '' : `${stdout}${stderr}the compiler ended with ${status}`
}

function put(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
