/** A repository in a temporary folder that holds a spec and the built generator, and nothing else. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Command, run } from '../processes/process-cost.js'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const main = 'tools/generator/dist/main.js'
const dependencies = 'tools/generator/node_modules'
/** Where the generator keeps the judges that it compiled of the schemas. */
const judges = `${dependencies}/.cache`

export class SpecHouse {
  readonly folder: string = mkdtempSync(join(tmpdir(), 'spec-house-'))
  readonly #aside: string = mkdtempSync(join(tmpdir(), 'spec-house-aside-'))

  /** With Linode's spec. */
  constructor() {
    const generator = ['dist', 'pages', 'package.json'].map((part) => `tools/generator/${part}`)
    for (const part of ['spec', ...generator, 'package.json']) {
      cpSync(join(root, part), join(this.folder, part), { recursive: true })
    }
    mkdirSync(join(this.folder, dependencies))
    for (const entry of readdirSync(join(root, dependencies)).filter((name) => name !== '.cache'))
      symlinkSync(join(root, dependencies, entry), join(this.folder, dependencies, entry))
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8')
  }

  write(file: string, text: string): void {
    mkdirSync(join(this.folder, file, '..'), { recursive: true })
    writeFileSync(join(this.folder, file), text)
  }

  /** Puts so many made-up scopes and operations in place of Linode's. */
  fill(scopes: number, operations: number): void {
    rmSync(join(this.folder, 'spec/vectors'), { recursive: true, force: true })
    this.write('spec/vectors/none.yaml', 'parse: []\n')
    const families = Array.from({ length: Math.round(scopes / 3) }, (_, index) => `family_${index}`)
    const [head] = this.read('spec/scopes.yaml').split(/^families:\n/m)
    const entries = families.map(
      (family, index) => `  ${family}: { name: Family${index}, things: your things of kind ${index} }\n`,
    )
    this.write('spec/scopes.yaml', `${head}families:\n${entries.join('')}`)
    const lines = Array.from({ length: operations }, (_, index) => {
      const family = families[index % families.length]
      const path = `/part-${index % 97}/thing-${index}/{thingId}`
      return `  GET ${path}: { declared: '${family}:read_only', since: 1.0.0, id: get-thing-${index} }\n`
    })
    this.write('spec/operations.yaml', `version: 1.0.0\noperations:\n${lines.join('')}`)
  }

  /**
   * Moves parts out of the way. They are removed with the house: where ext4 has just removed thousands of
   * files, it makes the next thousands several times slower, and these would count as the generator's.
   */
  #setAside(...parts: readonly string[]): void {
    const aside = mkdtempSync(join(this.#aside, 'run-'))
    for (const [at, part] of parts.entries())
      if (existsSync(join(this.folder, part))) renameSync(join(this.folder, part), join(aside, `${at}`))
  }

  /** The generator's command, with nothing that it made remembered or written before it. */
  fromNothing(): Command {
    return { ...this.command(), prepare: () => this.#setAside('packages', 'node_modules') }
  }

  /** The same, as it runs in a clone for the first time: no schema's judge was compiled before. */
  firstRun(): Command {
    return { ...this.command(), prepare: () => this.#setAside('packages', 'node_modules', judges) }
  }

  /** The generator's command. */
  command(...args: readonly string[]): Command {
    return { args: [join(this.folder, main), ...args], folder: this.folder }
  }

  /** Runs the generator's command. */
  run(): void {
    run(this.command())
  }

  remove(): void {
    for (const folder of [this.folder, this.#aside]) rmSync(folder, { recursive: true })
  }
}
