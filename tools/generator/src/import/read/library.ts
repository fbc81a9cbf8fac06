/**
 * The files of a document, read once each and only when something in them is asked for, and
 * the references between them.
 */
import { type Fault, Faults, wholeFile } from '../../report/fault.js'
import { groundOf, nameOf, standsOn } from './location.js'
import { limits, open, Unreadable } from './open.js'
import { A_DOCUMENT, parseText } from './parse-text.js'
import { type ApiFile, childOf, isRecord, type Spot, wholeOf } from './spot.js'
import { whatToGive } from './what-to-give.js'

const FILES = 2000

const BUNDLE = 'give a document that is bundled into a single file'
const ROOT = 'name the folder that holds all of its files, --root <folder>, if they may be read'

/** Faults after which nothing more is read. */
class GivenUp extends Faults {}

/**
 * Follows references (`$ref`) within a document and to the files beside it. What is
 * wrong with them is gathered.
 */
export class Library {
  readonly #folder: string
  readonly #files = new Map<string, Promise<ApiFile>>()
  readonly #found = new Map<string, Spot>()
  readonly #faults: Fault[] = []
  /** Faults of references to files that can't be read, by the file's address. */
  readonly #unreadable = new Map<string, Fault[]>()
  readonly #root: URL | undefined
  #ground: URL | undefined
  #room = 2 * limits.bytes

  /**
   * @param folder - the folder from which files are named in messages.
   * @param root - the folder that references may lead to; left out, the document's own, or its server.
   */
  constructor(folder: string, root?: URL) {
    this.#folder = folder
    this.#root = root
  }

  /**
   * The value of the document's first file. Where a server sends us elsewhere, references are meant
   * from there (RFC 3986 §5.1.3).
   *
   * @throws Faults when it can't be read.
   */
  async first(url: URL): Promise<Spot> {
    const file = await this.#file(url).catch(async (error: unknown) => {
      if (!(error instanceof Unreadable)) throw error
      const place = wholeFile(nameOf(url, this.#folder))
      const wrong = `it can't be read: ${error.message}`
      const fix = await whatToGive(url, this.#folder)
      throw new Faults([{ rule: 'import/unreadable', place, wrong, expected: A_DOCUMENT, fix }])
    })
    this.#ground = this.#root ?? groundOf(file.url)
    return wholeOf(file)
  }

  /**
   * What stands at a spot, or what is meant by the reference there. A reference that is wrong is
   * noted, and means nothing.
   */
  async resolve(spot: Spot): Promise<Spot> {
    try {
      return await this.#follow(spot, new Set())
    } catch (error) {
      if (!(error instanceof Faults)) throw error
      this.#faults.push(...error.faults)
      if (error instanceof GivenUp) this.settle()
      return { ...spot, value: undefined }
    }
  }

  /** What stands under a key. */
  async child(spot: Spot, key: string): Promise<Spot> {
    return this.resolve(childOf(spot, key))
  }

  /** Notes that what stands at a spot is not what it must be. */
  refuse({ file, path }: Spot, wrong: string, expected: string, fix: string): void {
    const place = file.source.place(path, 'value')
    this.#faults.push({ rule: 'import/not-openapi', place, wrong, expected, fix })
  }

  /** @throws Faults when anything was wrong. */
  settle(): void {
    const faults = [...this.#faults, ...[...this.#unreadable.values()].flatMap(asOne)]
    if (faults.length > 0) throw new Faults(faults)
  }

  /** @param trail - the references that are being followed. */
  async #follow(spot: Spot, trail: Set<string>): Promise<Spot> {
    const { value } = spot
    if (!isRecord(value) || value['$ref'] === undefined) return spot
    const { $ref: reference, ...beside } = value
    if (typeof reference !== 'string') throw wrongAt(spot, 'is no text', 'import/reference')
    const url = this.#locate(reference, spot)
    const end = this.#found.get(url.href) ?? (await this.#find(url, spot, trail))
    this.#found.set(url.href, end)
    if (!isRecord(end.value)) return end
    return {
      ...end,
      value: { ...end.value, ...beside },
      beside: [{ ...spot, value: beside }, ...end.beside],
    }
  }

  async #find(url: URL, asking: Spot, trail: Set<string>): Promise<Spot> {
    if (trail.has(url.href)) throw wrongAt(asking, 'leads back to itself', 'import/reference')
    const steps = stepsOf(url)
    if (steps === undefined) throw wrongAt(asking, 'is no JSON pointer', 'import/reference', '#/ before keys')
    trail.add(url.href)
    let found = wholeOf(await this.#fileFor(url, asking))
    for (const step of steps) found = childOf(await this.#follow(found, trail), step)
    if (found.value === undefined) throw wrongAt(asking, 'leads to nothing', 'import/reference')
    const end = await this.#follow(found, trail)
    trail.delete(url.href)
    return end
  }

  #locate(reference: string, spot: Spot): URL {
    const base = spot.file.url
    const url = URL.canParse(reference, base.href) ? new URL(reference, base) : undefined
    const ground = this.#ground ?? groundOf(base)
    if (url !== undefined && standsOn(ground, url)) return url
    const isLocal = ground.protocol === 'file:'
    const home = this.#root === undefined ? "the document's folder" : 'the root'
    const wrong = isLocal ? `leads out of ${home}` : 'leads to another server'
    const expected = isLocal
      ? `a file in ${nameOf(ground, this.#folder) || 'this folder'} or below`
      : `an address of ${ground.origin}`
    const fix = isLocal && this.#root === undefined ? `${ROOT}; or ${BUNDLE}` : BUNDLE
    throw wrongAt(spot, wrong, 'import/foreign-reference', expected, fix)
  }

  async #fileFor(url: URL, asking: Spot): Promise<ApiFile> {
    try {
      return await this.#file(url)
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      const { faults } = wrongAt(asking, `can't be read: ${error.message}`, 'import/unreadable')
      const address = new URL('#', url).href
      const others = this.#unreadable.get(address) ?? []
      others.push(...faults)
      this.#unreadable.set(address, others)
      throw error.isFinal ? new GivenUp([]) : new Faults([])
    }
  }

  async #file(url: URL): Promise<ApiFile> {
    const asked = new URL(url)
    asked.hash = ''
    const known = this.#files.get(asked.href) ?? this.#open(asked)
    this.#files.set(asked.href, known)
    const file = await known
    this.#files.set(file.url.href, known)
    return file
  }

  async #open(asked: URL): Promise<ApiFile> {
    const name = nameOf(asked, this.#folder)
    if (this.#files.size >= FILES) throw tooMuch(name, `it is split into more than ${FILES} files`)
    const { url, bytes } = await open(asked, this.#ground)
    this.#room -= bytes.length
    if (this.#room < 0) throw tooMuch(name, 'the files that it is split into are too large together')
    return { url, source: parseText(name, bytes) }
  }
}

/** Many references to one file that can't be read are one fault, which stands at the first of them. */
function asOne(all: readonly Fault[]): readonly Fault[] {
  const [first, ...more] = new Faults(all).faults
  if (first === undefined || more.length === 0) return all
  const lead = more.length === 1 ? 'reference leads' : 'references lead'
  return [{ ...first, wrong: `${first.wrong}; ${more.length} more ${lead} there` }]
}

/** The fault of the reference that stands at a spot. */
function wrongAt(
  { value, file, path }: Spot,
  wrong: string,
  rule: string,
  expected = 'a reference that leads to what is meant',
  fix = 'correct the document, or give another',
): Faults {
  const reference = isRecord(value) && typeof value['$ref'] === 'string' ? ` "${value['$ref']}"` : ''
  const place = file.source.place([...path, '$ref'], 'value')
  return new Faults([{ rule, place, wrong: `the reference${reference} ${wrong}`, expected, fix }])
}

function tooMuch(name: string, wrong: string): Faults {
  const expected = 'a document of a size that can be held'
  return new GivenUp([{ rule: 'import/unreadable', place: wholeFile(name), wrong, expected, fix: BUNDLE }])
}

/** The steps of a JSON pointer (RFC 6901 §6) after the `#` of an address; `undefined` where there is none. */
function stepsOf(url: URL): readonly string[] | undefined {
  const pointer = decoded(url.hash.slice(1))
  if (pointer === '') return []
  const [before, ...steps] = pointer?.split('/') ?? []
  if (before !== '') return undefined
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
