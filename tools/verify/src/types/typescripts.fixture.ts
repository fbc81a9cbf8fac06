/** The versions of TypeScript that apps use, as their authors run them. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
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

  /** A configuration of its own for some files, of the project or others: its path. */
  configure(name: string, files: readonly string[]): string {
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
    this.write(name, JSON.stringify({ compilerOptions, files }))
    return join(this.folder, name)
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true })
    writeFileSync(join(this.folder, file), text)
  }

  remove(): void {
    rmSync(this.folder, { recursive: true })
  }
}

/** What a compiler says of some files, and how much it instantiated for that. */
export interface Compiled {
  readonly messages: readonly string[]
  readonly instantiations: number
}

/**
 * Compiles files of projects, those of each entry as a program of its own. The compiler is started once for
 * them all, and reads once what they share: nearly all that it reads is its own library.
 */
export function compile(
  compiler: string,
  entries: readonly (readonly [project: Project, files: readonly string[]])[],
): readonly Compiled[] {
  const configurations = entries.map(([project, files], index) =>
    project.configure(`tsconfig.${index}.json`, files),
  )
  const { stdout } = spawnSync(
    process.execPath,
    [compiler, '-b', '--force', ...configurations, '--pretty', 'false', '--extendedDiagnostics'],
    { cwd: stage, encoding: 'utf8' },
  )
  // The messages of an entry stand before its statistics, and these begin with the number of its files.
  const parts = stdout.split(/^Files: /m)
  return entries.map(([project], index) => ({
    messages: (parts[index] ?? '')
      .split(/\n(?=\S)/)
      .filter((text) => /error TS\d/.test(text))
      .map((message) => message.replace(`${basename(project.folder)}/`, '')),
    instantiations: Number(/^Instantiations: +(\d+)/m.exec(parts[index + 1] ?? '')?.[1] ?? Number.NaN),
  }))
}
