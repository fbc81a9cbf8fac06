/**
 * The bytes of a document from the disk or the net, never more than there is room for, and
 * never waited for without end.
 */
import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { maySendTo, standsOn } from './location.js'

/** How much is read, in bytes, and how long is waited for the net, in milliseconds. */
export interface Limits {
  readonly bytes: number
  readonly patience: number
}

/** The largest document that is known has 4 MB. */
export const limits: Limits = { bytes: 32 * 1024 * 1024, patience: 30_000 }

const REDIRECTS = 5

/** What was read, and the place that it came from in the end. */
export interface Opened {
  readonly bytes: Uint8Array
  readonly url: URL
}

/** Why a document can't be read. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
  /** Whether the next one would fail too, after as long a wait. */
  readonly isFinal: boolean

  constructor(reason: string, isFinal = false) {
    super(reason)
    this.isFinal = isFinal
  }
}

/**
 * Reads a document.
 *
 * @param ground - what it must stand on, wherever links or a server lead; `undefined` for
 * the one that a person named.
 * @throws Unreadable when it is missing, too large, elsewhere or not to be had in time.
 */
export async function open(
  url: URL,
  ground: URL | undefined,
  { bytes, patience }: Limits = limits,
): Promise<Opened> {
  try {
    if (url.protocol !== 'file:') return await fromNet(url, ground, bytes, AbortSignal.timeout(patience))
    if (ground !== undefined) await refuseOthers(url, ground)
    return { url, bytes: await gather(createReadStream(url), bytes) }
  } catch (error) {
    throw error instanceof Unreadable ? error : unreadable(error)
  }
}

/** A link within a folder may lead out of it, and a pipe or a device may never end. */
async function refuseOthers(url: URL, ground: URL): Promise<void> {
  const [file, folder] = await Promise.all([url, ground].map((place) => realpath(fileURLToPath(place))))
  if (!standsOn(pathToFileURL(`${folder}/`), pathToFileURL(file ?? '')))
    throw new Unreadable("a link leads out of the document's folder")
  const found = await stat(url)
  if (!found.isFile() && !found.isDirectory()) throw new Unreadable('it is no file')
}

async function fromNet(
  from: URL,
  ground: URL | undefined,
  bytes: number,
  signal: AbortSignal,
): Promise<Opened> {
  let url = from
  for (let step = 0; step <= REDIRECTS; step += 1) {
    const answer = await fetch(url, {
      redirect: 'manual',
      signal,
      headers: { accept: 'application/yaml, application/json, text/plain, */*;q=0.5' },
    })
    const next = answer.headers.get('location')
    if (answer.status < 300 || answer.status > 399 || next === null) {
      if (answer.ok) return { url, bytes: await gather(answer.body ?? [], bytes) }
      await answer.body?.cancel()
      throw new Unreadable(`the server answered ${answer.status}`)
    }
    await answer.body?.cancel()
    url = whereTo(next, url, ground)
  }
  throw new Unreadable('the server sends us in circles')
}

function whereTo(location: string, from: URL, ground: URL | undefined): URL {
  const to = URL.canParse(location, from.href) ? new URL(location, from) : undefined
  if (to === undefined || !maySendTo(from, to))
    throw new Unreadable(
      'the server sends us to an address that is not asked: without TLS, on this machine, or with a password',
    )
  if (ground !== undefined && !standsOn(ground, to))
    throw new Unreadable('the server sends us to another one')
  return to
}

/** What comes in parts, of which no more is taken than there is room for. */
async function gather(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  bytes: number,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of source) {
    size += part.length
    if (size > bytes) throw new Unreadable(`it is larger than ${Math.round(bytes / 1024 / 1024)} MB`)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function unreadable(error: unknown): Unreadable {
  if (!(error instanceof Error)) return new Unreadable('for an unknown reason')
  if (error.name === 'TimeoutError') return new Unreadable('the server did not answer in time', true)
  const code = 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return new Unreadable('there is no such file')
  if (code === 'EISDIR') return new Unreadable('it is a folder')
  if (code === 'EACCES') return new Unreadable('you may not read it')
  return new Unreadable(error.cause instanceof Error ? error.cause.message : error.message)
}
