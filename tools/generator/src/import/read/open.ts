/** The bytes of a document from the disk or the net, never more than there is room for, and never waited for without end. */
import { createReadStream } from 'node:fs'
import { Faults, wholeFile } from '../../report/fault.js'
import { maybeAsked } from './location.js'

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

/**
 * Reads a document.
 *
 * @param name how it is called in messages.
 * @throws Faults when it is missing, too large or not to be had in time.
 */
export async function open(url: URL, name: string, { bytes, patience }: Limits = limits): Promise<Opened> {
  const cannot = (wrong: string, fix: string) =>
    new Faults([{ rule: 'import/unreadable', place: wholeFile(name), wrong, fix }])
  const tooLarge = () =>
    cannot(
      `it is larger than ${Math.round(bytes / 1024 / 1024)} MB`,
      'give a document, split by $ref if it must be',
    )
  try {
    return url.protocol === 'file:'
      ? { url, bytes: await gather(createReadStream(url), bytes, tooLarge) }
      : await fromNet(url, bytes, AbortSignal.timeout(patience), tooLarge)
  } catch (error) {
    if (error instanceof Faults) throw error
    throw cannot(`it can't be read: ${reasonOf(error)}`, 'check the name, or give a copy on this disk')
  }
}

async function fromNet(
  from: URL,
  bytes: number,
  signal: AbortSignal,
  tooLarge: () => Error,
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
      if (answer.ok) return { url, bytes: await gather(answer.body ?? [], bytes, tooLarge) }
      await answer.body?.cancel()
      throw new Error(`the server answered ${answer.status}`)
    }
    await answer.body?.cancel()
    url = new URL(next, url)
    if (!maybeAsked(url))
      throw new Error('the server sends us to an address that is not asked: without TLS, or with a password')
  }
  throw new Error('the server sends us in circles')
}

/** What comes in parts, of which no more is taken than there is room for. */
async function gather(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  bytes: number,
  tooLarge: () => Error,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of source) {
    size += part.length
    if (size > bytes) throw tooLarge()
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'for an unknown reason'
  if (error.name === 'TimeoutError') return 'the server did not answer in time'
  if ('code' in error && error.code === 'ENOENT') return 'there is no such file'
  if ('code' in error && error.code === 'EISDIR') return 'it is a folder'
  return error.cause instanceof Error ? error.cause.message : error.message
}
