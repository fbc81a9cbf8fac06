/** What to give in place of a document that can't be read. */
import { readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { nearest } from '../../report/nearest.js'
import { nameOf } from './location.js'

/**
 * An order, or a question where a file beside it is called almost like it.
 *
 * @param folder - the folder from which files are named in messages.
 */
export async function whatToGive(url: URL, folder: string): Promise<string> {
  if (url.protocol !== 'file:') return 'check the address, or give a copy on this disk'
  const path = fileURLToPath(url)
  const beside = await readdir(dirname(path)).catch((): string[] => [])
  if (beside.includes(basename(path))) return 'give a file that can be read'
  const meant = nearest(basename(path), beside)
  return meant === undefined
    ? 'check the name'
    : `did you mean ${nameOf(pathToFileURL(join(dirname(path), meant)), folder)}?`
}
