/** The versions of TypeScript that apps use, as their authors run them. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)

/** Each version with its compiler. */
export const typescripts: readonly (readonly [name: string, compiler: string])[] = (
  [
    ['TypeScript 5.9', 'typescript5'],
    ['TypeScript 6', 'typescript'],
    ['TypeScript 7', 'typescript7'],
  ] as const
).map(([name, folder]) => [name, join(dirname(require.resolve(`${folder}/package.json`)), 'bin/tsc')])

const stage = fileURLToPath(new URL('../../.report/', import.meta.url))

/** A project of an app. It stands in this package, so that its imports resolve as those of a file here do. */
export class Project {
  readonly folder: string

  constructor() {
    mkdirSync(stage, { recursive: true })
    this.folder = mkdtempSync(join(stage, 'types-'))
    this.write('package.json', '{ "type": "module" }')
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true })
    writeFileSync(join(this.folder, file), text)
  }

  /** What a compiler says of files of the project, or of others, and how much it instantiated for that. */
  compile(
    compiler: string,
    ...files: readonly string[]
  ): { readonly messages: string; readonly instantiations: number } {
    const compilerOptions = {
      target: 'es2023',
      module: 'nodenext',
      lib: ['es2023', 'esnext.disposable', 'dom', 'dom.iterable'],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: true,
      noEmit: true,
    }
    this.write('tsconfig.json', JSON.stringify({ compilerOptions, files }))
    const { stdout } = spawnSync(
      process.execPath,
      [compiler, '-p', this.folder, '--pretty', 'false', '--extendedDiagnostics'],
      { cwd: this.folder, encoding: 'utf8' },
    )
    const [messages = ''] = stdout.split(/^Files: +\d/m)
    return { messages, instantiations: Number(/^Instantiations: +(\d+)/m.exec(stdout)?.[1] ?? Number.NaN) }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true })
  }
}
