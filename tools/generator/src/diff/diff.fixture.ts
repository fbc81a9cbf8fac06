import { MemoryDisk } from '../disk/memory-disk.fixture.js'
import { otherHouse } from '../house/other-house.fixture.js'
import { entryLoader } from '../load/entries.js'
import { loadOnce } from '../load/load-once.fixture.js'
import { acme, filesOf } from '../spec/acme.fixture.js'
import type { PerPart } from '../spec/documents.js'
import type { Edit } from '../validate/faults.fixture.js'
import { run } from './command.js'
import { compare } from './compare/compare.js'
import type { Picture } from './picture/picture.js'
import { readSpecNow } from './picture/spec-now.js'

/** A spec after some edits. */
export function edited(spec: PerPart<string>, edits: readonly Edit[]): PerPart<string> {
  const texts = { ...spec }
  for (const [part, from, to] of edits) {
    if (!texts[part].includes(from)) throw new Error(`the ${part} don't hold ${from}`)
    texts[part] = texts[part].replace(from, () => to)
  }
  return texts
}

const load = entryLoader()
const pictures = new Map<string, Picture>()

/** The picture of a spec that its schemas accept, made once; no entry is read twice in a row. */
export async function pictureFrom(spec: PerPart<string>): Promise<Picture> {
  const key = JSON.stringify(spec)
  const disk = new MemoryDisk({ ...filesOf(spec) })
  const picture = pictures.get(key) ?? (await readSpecNow({ house: otherHouse, disk, load })).picture
  pictures.set(key, picture)
  return picture
}

/** What Acme's developers are told of some edits: what breaks when, and in which words. */
export async function toldAfter(...edits: readonly Edit[]): Promise<string[]> {
  return toldOf(acme, edited(acme, edits))
}

/** What is told when a spec becomes another one. */
export async function toldOf(before: PerPart<string>, after: PerPart<string>): Promise<string[]> {
  const changes = compare(await pictureFrom(before), await pictureFrom(after), 'Scopes')
  return changes.map(({ breaks, kind, text }) => `${breaks}, ${kind}: ${text}`)
}

/** What may be the first version. */
const FIRST = '0.1.0'

/** Another repository, whose spec can be edited, released and compared. */
export class Workshop {
  readonly disk: MemoryDisk
  #spec: PerPart<string>

  constructor(spec: PerPart<string> = acme, version = '0.0.0') {
    this.#spec = spec
    this.disk = new MemoryDisk({
      ...filesOf(spec),
      'changes/config.json': JSON.stringify({ fixed: [['@other/one'], ['@other/client', '@other/server']] }),
      'changes/README.md': 'How to write changesets.',
    })
    this.version(version)
  }

  /** What a new version does: the manifests say it, and the changesets are gone. */
  version(version: string): void {
    for (const name of ['client', 'server'])
      this.disk.files.set(`${name}/package.json`, JSON.stringify({ name: `@other/${name}`, version }))
    for (const file of [...this.disk.files.keys()]) {
      if (file.startsWith('changes/') && file.endsWith('.md') && file !== 'changes/README.md') {
        this.disk.files.delete(file)
      }
    }
  }

  /** Writes a changeset by hand. */
  announce(bump: string, words: string, ...names: readonly string[]): void {
    const packages = names.length === 0 ? ['@other/client', '@other/server'] : names
    const head = packages.map((name) => `"${name}": ${bump}\n`).join('')
    this.disk.files.set('changes/by-hand.md', `---\n${head}---\n\n${words}\n`)
  }

  edit(...edits: readonly Edit[]): void {
    this.become(edited(this.#spec, edits))
  }

  become(spec: PerPart<string>): void {
    this.#spec = spec
    for (const [file, text] of Object.entries(filesOf(spec))) this.disk.files.set(file, text)
  }

  /** Runs `diff` with some words: its exit code and what it printed. */
  async diff(...args: readonly string[]): Promise<readonly [code: number, printed: string]> {
    const printed: string[] = []
    const print = (text: string) => printed.push(text)
    const code = await run(args, {
      house: otherHouse,
      disk: this.disk,
      engine: 'engine',
      print,
      load: loadOnce,
    })
    return [code, printed.join('')]
  }

  /** Makes the next version and records it; before the first one, one that may be the first. */
  async release(version: string): Promise<void> {
    if (version !== FIRST && !this.disk.files.has('api/released.json')) await this.release(FIRST)
    this.version(version)
    const [code, printed] = await this.diff('--release')
    if (code !== 0) throw new Error(printed)
  }

  read(file: string): string {
    return this.disk.files.get(file) ?? ''
  }
}
