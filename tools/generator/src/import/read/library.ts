/** The files of a document, read once each and only when something in them is asked for. */
import { Faults, wholeFile } from '../../report/fault.js'
import { locateReference, nameOf } from './location.js'
import { limits, open } from './open.js'
import { parseText } from './parse-text.js'

/** A value and the file that it stands in, from which its references are meant. */
export interface Spot {
  readonly value: unknown
  readonly base: URL
}

const FILES = 2000

/** Follows references (`$ref`) within a document and to the files beside it. */
export class Library {
  readonly #folder: string
  readonly #read = new Map<string, Promise<Spot>>()
  #room = 2 * limits.bytes

  /** @param folder the folder from which files are named in messages. */
  constructor(folder: string) {
    this.#folder = folder
  }

  /** The value of a whole file. Where a server sends us elsewhere, references are meant from there (RFC 3986 §5.1.3). */
  async whole(url: URL): Promise<Spot> {
    const base = new URL(url)
    base.hash = ''
    const known = this.#read.get(base.href) ?? this.#open(base)
    this.#read.set(base.href, known)
    const spot = await known
    this.#read.set(spot.base.href, known)
    return spot
  }

  /** What stands at a spot, or what is meant by the reference that stands there. Keys beside a reference win. */
  async resolve(spot: Spot): Promise<Spot> {
    return this.#follow(spot, new Set())
  }

  /** What stands under a key; a value that is no mapping has nothing. */
  async child({ value, base }: Spot, key: string): Promise<Spot> {
    return this.resolve({ value: childOf(value, key), base })
  }

  async #follow({ value, base }: Spot, passed: Set<string>): Promise<Spot> {
    if (!isRecord(value) || typeof value['$ref'] !== 'string') return { value, base }
    const { $ref: reference, ...beside } = value
    const url = locateReference(value['$ref'], base, this.#folder)
    if (passed.has(url.href)) throw this.#fault(base, `the reference "${reference}" leads back to itself`)
    passed.add(url.href)
    let found = await this.whole(url)
    for (const step of stepsOf(url)) {
      const { value: holder, base: within } = await this.#follow(found, passed)
      found = { value: childOf(holder, step), base: within }
    }
    if (found.value === undefined) throw this.#fault(base, `the reference "${reference}" leads to nothing`)
    const end = await this.#follow(found, passed)
    return isRecord(end.value) ? { value: { ...end.value, ...beside }, base: end.base } : end
  }

  async #open(asked: URL): Promise<Spot> {
    const name = nameOf(asked, this.#folder)
    if (this.#read.size >= FILES) throw this.#fault(asked, `it is split into more than ${FILES} files`)
    const { url, bytes } = await open(asked, name)
    this.#room -= bytes.length
    if (this.#room < 0) throw this.#fault(asked, 'the files that it is split into are too large together')
    return { value: parseText(name, bytes), base: url }
  }

  #fault(base: URL, wrong: string): Faults {
    const place = wholeFile(nameOf(base, this.#folder))
    return new Faults([
      { rule: 'import/reference', place, wrong, fix: 'correct the document, or give another' },
    ])
  }
}

/** The steps of a JSON pointer (RFC 6901 §6) after the `#` of an address. */
function stepsOf(url: URL): readonly string[] {
  const [, ...steps] = decodeURIComponent(url.hash.slice(1)).split('/')
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function childOf(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value[Number(key)]
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

/** Whether a value is a mapping. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
