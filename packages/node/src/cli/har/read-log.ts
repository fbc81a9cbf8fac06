/** A log's text, read no further than it may be long. */
import type { Surroundings } from '../command.js'
import { Refusal } from '../refusal.js'
import { shown } from '../shown.js'

/** What JSON.parse takes with room to spare. */
export const MAX_BYTES: number = 256 * 1024 * 1024

/**
 * The text of a log.
 *
 * @throws Refusal for a file that can't be read, that is too large or that isn't UTF-8.
 */
export async function readLog(path: string, { read }: Pick<Surroundings, 'read'>): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const parts: string[] = []
  let bytes = 0
  try {
    for await (const part of read(path)) {
      bytes += part.length
      if (bytes > MAX_BYTES) break
      parts.push(decoder.decode(part, { stream: true }))
    }
    if (bytes <= MAX_BYTES) return parts.join('') + decoder.decode()
  } catch (error) {
    const code: unknown = Reflect.get(Object(error), 'code')
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      throw new Refusal('not_json', `${shown(path)} is no JSON in UTF-8.`)
    }
    throw new Refusal('unreadable', `${shown(path)} can't be read: ${reasonOf(code)}.`)
  }
  throw new Refusal(
    'too_large',
    `${shown(path)} has more than 256 MiB. Record it without the bodies of answers, or filter it for calls of the API.`,
  )
}

function reasonOf(code: unknown): string {
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EISDIR') return 'it is a folder'
  return typeof code === 'string' ? code : 'reading failed'
}
