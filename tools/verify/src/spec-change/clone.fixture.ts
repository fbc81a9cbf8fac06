/**
 * A copy of the repository, or of parts of it, in a folder of its own: what a test may edit, build and throw away.
 * It is as it stands here but for one thing: nothing was released yet, so that no test depends on what was.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import {
  copyFileSync,
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
import { dirname, join, relative } from 'node:path'
import { expect } from 'vitest'
import { packages, root } from '../repository.js'

const outputFolders = packages.flatMap((name) => [
  `packages/${name}/src/generated`,
  `packages/${name}/reference`,
])

/** The generator as it is built, the spec, all that is made of it, and what tells of a release. */
export const generator: RegExp =
  /^(?:[^/]+$|spec\/|\.changeset\/|packages\/\w+\/(?:src\/generated|reference)\/|(?:packages|tools)\/\w+\/package\.json$|tools\/generator\/(?:pages\/|dist\/.*\.js(?:\.map)?$))/

/** What more `npm run` needs to bump, and to generate, for which it sees to the generator's build first. */
export const npmRun: RegExp =
  /^packages\/node\/src\/version\.ts$|^tools\/(?:\w+\.mjs$|generator\/(?!faults\/|dist\/.*\.d\.ts$|.*\.(?:test|fixture)\.ts$))/

/** What a release leaves behind, and the next change of the spec is compared with. */
const model = 'spec/released.json'
const manifest = /^packages\/\w+\/package\.json$/

/** A text of the spec in which nothing is left to decide of what was imported last. */
export function decided(text: string): string {
  return text.replaceAll(/^ +guessed: .*\n|\bguessed: \w+, /gm, '')
}

/** What a command did. */
export interface Done {
  readonly status: number | null
  readonly output: string
}

export class Clone {
  readonly folder: string = mkdtempSync(join(tmpdir(), 'a clone, with spaces '))
  /** The files of the repository that git keeps, or would, as far as they are copied. */
  readonly #sources: readonly string[]

  /**
   * Dependencies are shared; what was built is copied, so that little is to be built anew. Making files is
   * most of what a clone costs: a test that needs only parts of the repository names them.
   */
  constructor(...parts: readonly RegExp[]) {
    const isNeeded = (file: string) => parts.length === 0 || parts.some((part) => part.test(file))
    this.#sources = sources().filter(isNeeded)
    const rooms = ['packages', 'tools'].flatMap((parent) =>
      readdirSync(root + parent).map((name) => `${parent}/${name}`),
    )
    const built = rooms.flatMap((room) => filesIn(root, `${room}/dist`)).filter(isNeeded)
    this.#copy([...this.#sources, ...built])
    for (const room of rooms.filter((name) => this.has(`${name}/dist`))) {
      const dependencies = `${room}/node_modules`
      if (existsSync(root + dependencies))
        cpSync(root + dependencies, this.#at(dependencies), { recursive: true, verbatimSymlinks: true })
    }
    // What is remembered of earlier runs is not shared.
    mkdirSync(this.#at('node_modules'))
    for (const entry of readdirSync(`${root}node_modules`)) {
      if (entry !== '.cache') symlinkSync(`${root}node_modules/${entry}`, this.#at(`node_modules/${entry}`))
    }
  }

  #copy(files: readonly string[]): void {
    for (const folder of new Set(files.map(dirname))) mkdirSync(this.#at(folder), { recursive: true })
    for (const file of files) {
      if (manifest.test(file)) this.write(file, unreleased(file))
      else copyFileSync(root + file, this.#at(file))
    }
  }

  #at(path: string): string {
    return join(this.folder, path)
  }

  read(file: string): string {
    return readFileSync(this.#at(file), 'utf8')
  }

  write(file: string, text: string): void {
    writeFileSync(this.#at(file), text)
  }

  /** Makes a spec of it that can be released, whatever an import guessed. */
  decide(): void {
    for (const file of ['spec/scopes.yaml', 'spec/operations.yaml'])
      this.write(file, decided(this.read(file)))
  }

  /** Puts a text in place of what an expression finds, which must be there. */
  edit(file: string, place: RegExp | string, text: string): void {
    const before = this.read(file)
    expect(before).toMatch(place)
    this.write(file, before.replace(place, text))
  }

  /** Those of the repository's files that are not as they were copied. */
  changed(): readonly string[] {
    const asCopied = (file: string) =>
      manifest.test(file) ? Buffer.from(unreleased(file)) : readFileSync(root + file)
    const isAsItWas = (file: string) => this.has(file) && asCopied(file).equals(readFileSync(this.#at(file)))
    return this.#sources.filter((file) => !isAsItWas(file)).sort()
  }

  has(file: string): boolean {
    return existsSync(this.#at(file))
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
      cwd: this.#at(folder),
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
    const files = outputFolders.flatMap((folder) => filesIn(this.folder, folder))
    return new Map(files.map((file) => [file, this.read(file)]))
  }

  /** Removes every generated file and what is remembered of them; also, where told, the judges of schemas. */
  forget({ judgesToo = false } = {}): void {
    for (const file of this.generated().keys()) rmSync(this.#at(file))
    const memories = ['node_modules/.cache', ...(judgesToo ? ['tools/generator/node_modules/.cache'] : [])]
    for (const folder of memories) rmSync(this.#at(folder), { recursive: true, force: true })
  }

  remove(): void {
    rmSync(this.folder, { recursive: true })
  }
}

function sources(): readonly string[] {
  const words = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const listed = execFileSync('git', words, { cwd: root }).toString().split('\0')
  return listed.filter((file) => file !== '' && file !== model && existsSync(root + file))
}

/** A package's manifest as before the first release. */
function unreleased(file: string): string {
  return readFileSync(root + file, 'utf8').replace(/(?<="version": )"[^"]*"/, '"0.0.0"')
}

/** The files in a folder that may not be there, by their paths from a root. */
function filesIn(from: string, folder: string): string[] {
  if (!existsSync(join(from, folder))) return []
  return readdirSync(join(from, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(from, join(entry.parentPath, entry.name)))
    .sort()
}
