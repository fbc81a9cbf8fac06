import type { Disk } from '../disk/disk.js'
import type { TextFile } from '../write/plan.js'
import { hashOf } from './hash-of.js'

/**
 * Gives what was made last time from the very same inputs, or makes it. What is remembered are whole texts, kept under
 * the hash of all that they were made from and guarded by a hash of their own: so a run with nothing to do imports
 * neither a YAML reader nor ts-morph, and yet compares every file with the text that belongs there.
 *
 * @param key the hash of everything that the texts depend on.
 */
export async function remember(
  disk: Disk,
  file: string,
  key: string,
  make: () => Promise<readonly TextFile[]>,
): Promise<readonly TextFile[]> {
  const known = recalled(await disk.read(file).catch(() => undefined), key)
  if (known !== undefined) return known
  const made = await make()
  const body = JSON.stringify(made)
  // Where nothing can be kept, the next run makes it anew, and that is all.
  await disk.write(file, `${seal(key, Buffer.from(body))}\n${body}`).catch(() => undefined)
  return made
}

function recalled(bytes: Uint8Array | undefined, key: string): readonly TextFile[] | undefined {
  const end = bytes?.indexOf(LINE_FEED) ?? -1
  if (bytes === undefined || end < 0) return undefined
  const decoder = new TextDecoder()
  const body = bytes.subarray(end + 1)
  if (decoder.decode(bytes.subarray(0, end)) !== seal(key, body)) return undefined
  // The seal says that these bytes were written here, from this key: their shape is known.
  const files: readonly TextFile[] = JSON.parse(decoder.decode(body))
  return files
}

const LINE_FEED = 10

function seal(key: string, body: Uint8Array): string {
  return hashOf([key, body])
}
