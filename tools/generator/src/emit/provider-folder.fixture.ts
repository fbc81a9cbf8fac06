import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import ts from 'typescript'
import { MemoryDisk } from '../disk/memory-disk.fixture.js'
import { generate } from '../generate.js'
import { otherHouse } from '../house/other-house.fixture.js'
import { makeOnce } from '../make-once.fixture.js'
import { filesOf } from '../spec/acme.fixture.js'
import { providers } from '../spec/providers.fixture.js'

const repository = join(import.meta.dirname, '../../../..')

/** What a server's room has of its own: the shape of a provider, as the emitted one must fit it. */
const serverByHand = `
import type { Fields } from '../client/internal.js'
import type { ScopeHierarchy } from '../client/provider/hierarchy.js'
export interface ApiOperation {
  readonly id: string; readonly method: string; readonly path: string
  readonly auth: 'scoped' | 'any_token' | 'none' | 'pat'; readonly anyOf: readonly (readonly string[])[]
}
interface Refusal { readonly status: number; readonly reason: string }
export interface Provider {
  readonly name: string
  readonly hierarchy: ScopeHierarchy
  readonly scopes: readonly {
    readonly scope: string; readonly title: string; readonly description: string; readonly retired?: true
  }[]
  readonly endpoints: readonly {
    readonly name: string; readonly method: 'GET' | 'POST'; readonly path: string
    readonly selector?: { readonly parameter: string; readonly value: string; readonly assumed: boolean }
    readonly parameters: readonly string[]; readonly location?: string
    readonly decode: (fields: Fields) => unknown
    readonly authentication?: 'bearer'
    readonly flags?: Readonly<Record<string, boolean>>
    readonly errorNames?: Readonly<Record<string, string>>
  }[]
  readonly secretParameters: readonly string[]
  readonly tokenResponse: {
    readonly scopes: readonly string[]; readonly separator?: string; readonly type?: string
    readonly userToken?: { readonly within: string; readonly type: string }
  }
  readonly errorResponse?: { readonly flags?: Readonly<Record<string, boolean>>; readonly described: boolean }
  readonly errors: Readonly<Record<string, number>>
  readonly credentials: Readonly<Record<'clientId' | 'clientSecret' | 'code' | 'accessToken' | 'refreshToken', number>>
  readonly lifetimes: { readonly code: number; readonly accessToken: number }
  readonly api: {
    readonly basePath: string; readonly operations: readonly ApiOperation[]
    readonly headers: { readonly granted: string; readonly accepted: string }
    readonly refusal: object
    readonly errors: Readonly<Record<'invalidToken' | 'insufficientScope' | 'notFound', Refusal>>
  }
}
`

/** What a client's room shares with a server's. */
const sharedWithServer = ['decoders', 'encoders', 'endpoints', 'error-codes', 'messages']
  .map((file) => `generated/${file}`)
  .concat('wire/checks', 'wire/field-error', 'wire/fields', 'wire/within')
  .map((file) => `export * from './${file}.js'\n`)
  .join('')

/** A folder with the generated files of each provider, among the hand-written ones that they lean on. */
export class ProviderFolder {
  readonly folder: string

  private constructor(folder: string) {
    this.folder = folder
  }

  static async open(): Promise<ProviderFolder> {
    const folder = await mkdtemp(join(tmpdir(), 'generator-'))
    for (const [name, spec] of providers) {
      const { changes } = await generate(otherHouse, new MemoryDisk(filesOf(spec)), 'engine', makeOnce)
      for (const { path, after } of changes) await put(join(folder, name, path), after ?? '')
      const core = join(repository, 'packages/core/src')
      const isSource = (file: string) => !file.endsWith('.test.ts')
      await cp(join(core, 'wire'), join(folder, name, 'client/wire'), { recursive: true, filter: isSource })
      await cp(join(core, 'provider/hierarchy.ts'), join(folder, name, 'client/provider/hierarchy.ts'))
      await put(join(folder, name, 'client/internal.ts'), sharedWithServer)
      await put(join(folder, name, 'server/provider.ts'), serverByHand)
    }
    await put(join(folder, 'package.json'), '{ "type": "module" }')
    return new ProviderFolder(folder)
  }

  /** Compiles everything as strictly as the repository does, and gives what the compiler says. */
  compile(): string[] {
    const { config } = ts.readConfigFile(join(repository, 'tsconfig.base.json'), ts.sys.readFile)
    const lib = ['es2023', 'esnext.disposable', 'dom', 'dom.iterable']
    const own = { lib, types: [], outDir: join(this.folder, 'out'), rootDir: this.folder }
    const settings = {
      ...config,
      compilerOptions: { ...config.compilerOptions, ...own },
      exclude: ['**/mirror', 'out'],
    }
    const { options, fileNames } = ts.parseJsonConfigFileContent(settings, ts.sys, this.folder)
    const program = ts.createProgram(fileNames, options)
    const { diagnostics } = program.emit()
    return [...ts.getPreEmitDiagnostics(program), ...diagnostics].map(({ file, start, messageText }) => {
      const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start ?? 0).line + 1
      return `${file?.fileName}:${line} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
    })
  }

  /** What the repository's formatter would change. */
  async unformatted(): Promise<string> {
    const settings = {
      root: true,
      formatter: { indentStyle: 'space', lineWidth: 110 },
      javascript: { formatter: { quoteStyle: 'single', semicolons: 'asNeeded' } },
    }
    await put(join(this.folder, 'biome.json'), JSON.stringify(settings))
    const folders = providers.flatMap(([name]) => [`${name}/client/generated`, `${name}/server/generated`])
    const biome = join(repository, 'node_modules/@biomejs/biome/bin/biome')
    const args = [biome, 'format', '--colors=off', ...folders]
    return run(process.execPath, args, { cwd: this.folder }).then(
      () => '',
      (error: unknown) => String(error),
    )
  }

  close(): Promise<void> {
    return rm(this.folder, { recursive: true })
  }
}

const run = promisify(execFile)

async function put(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
}
