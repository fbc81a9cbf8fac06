import type { Disk } from '../disk/disk.js'
import { type House, outputFolders } from '../house/house.js'

/** What stands at a path. */
export type Standing = readonly [path: string, bytes: Uint8Array | undefined]

/**
 * What stands in the folders of generated files, hidden files passed over.
 *
 * @param wanted - paths of which nothing may stand there.
 */
export async function outputsOn(
  disk: Pick<Disk, 'list' | 'read'>,
  house: House,
  wanted: readonly string[] = [],
): Promise<readonly Standing[]> {
  const listed = await Promise.all(outputFolders(house).map((folder) => disk.list(folder)))
  const shown = listed.flat().filter((path) => !/(^|\/)\.[^/]*$/.test(path))
  const paths = new Set([...shown, ...wanted])
  return Promise.all([...paths].map(async (path): Promise<Standing> => [path, await disk.read(path)]))
}
