/** A copy of the repository, as it is, in a folder of its own: what a test may edit, build and throw away. */
import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { expect } from 'vitest'
import { packages, root } from '../repository.js'

const outputFolders = packages.flatMap((name) => [
  `packages/${name}/src/generated`,
  `packages/${name}/reference`,
])

/** What a command did. */
export interface Done {
  readonly status: number | null
  readonly output: string
}

export class Clone {
  readonly folder: string = mkdtempSync(join(tmpdir(), 'a clone, with spaces '))
  /** The files of the repository that git keeps, or would. */
  readonly #sources: readonly string[] = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    { cwd: root },
  )
    .toString()
    .split('\0')
    .filter((file) => file !== '' && existsSync(root + file))

  /** Dependencies are shared; what was built is copied, so that little is to be built anew. */
  constructor() {
    for (const file of this.#sources) this.#copy(file)
    for (const parent of ['packages', 'tools']) {
      for (const room of readdirSync(root + parent)) {
        for (const part of ['dist', 'node_modules']) this.#copy(`${parent}/${room}/${part}`)
      }
    }
    // What is remembered of earlier runs is not shared.
    mkdirSync(join(this.folder, 'node_modules'))
    for (const entry of readdirSync(`${root}node_modules`)) {
      if (entry !== '.cache')
        symlinkSync(`${root}node_modules/${entry}`, join(this.folder, 'node_modules', entry))
    }
  }

  #copy(path: string): void {
    if (!existsSync(root + path)) return
    cpSync(root + path, join(this.folder, path), { recursive: true, verbatimSymlinks: true })
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8')
  }

  write(file: string, text: string): void {
    writeFileSync(join(this.folder, file), text)
  }

  /** Puts a text in place of what an expression finds, which must be there. */
  edit(file: string, place: RegExp | string, text: string): void {
    const before = this.read(file)
    expect(before).toMatch(place)
    this.write(file, before.replace(place, text))
  }

  /** Those of the repository's files that are not as they were copied. */
  changed(): readonly string[] {
    const isAsItWas = (file: string) =>
      this.has(file) && readFileSync(root + file).equals(readFileSync(join(this.folder, file)))
    return this.#sources.filter((file) => !isAsItWas(file)).sort()
  }

  has(file: string): boolean {
    return existsSync(join(this.folder, file))
  }

  /** Runs a JavaScript program of the clone. */
  node(
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
    node: string = process.execPath,
  ): Done {
    return this.#run('.', args, env, node)
  }

  /** The same in one of its folders. */
  nodeIn(folder: string, ...args: readonly string[]): Done {
    return this.#run(folder, args, {}, process.execPath)
  }

  #run(folder: string, args: readonly string[], env: Readonly<Record<string, string>>, node: string): Done {
    const { status, stdout, stderr } = spawnSync(node, args, {
      cwd: join(this.folder, folder),
      encoding: 'utf8',
      env: { ...process.env, ...env },
    })
    return { status, output: stdout + stderr }
  }

  generate(...args: readonly string[]): Done {
    return this.node(['tools/generator/dist/main.js', ...args])
  }

  /** Every generated file, by its path. */
  generated(): ReadonlyMap<string, string> {
    const files = outputFolders.flatMap((folder) => this.#filesIn(folder))
    return new Map(files.map((file) => [file, this.read(file)]))
  }

  /** Removes every generated file, and what is remembered of them. */
  forget(): void {
    for (const file of this.generated().keys()) rmSync(join(this.folder, file))
    rmSync(join(this.folder, 'node_modules/.cache'), { recursive: true, force: true })
  }

  remove(): void {
    rmSync(this.folder, { recursive: true })
  }

  #filesIn(folder: string): string[] {
    if (!existsSync(join(this.folder, folder))) return []
    return readdirSync(join(this.folder, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(this.folder, join(entry.parentPath, entry.name)))
      .sort()
  }
}
