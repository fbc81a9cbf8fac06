import { createHash } from 'node:crypto'

/** A hash of texts and bytes in their order; where one ends and the next begins counts too. */
export function hashOf(parts: Iterable<string | Uint8Array | undefined>): string {
  const hash = createHash('sha256')
  for (const part of parts) {
    if (part === undefined) hash.update('missing ')
    else hash.update(`${Buffer.byteLength(part)} `).update(part)
  }
  return hash.digest('hex')
}
