import type { Disk } from './disk.js'

/**
 * A disk on which a file stays as it was when it was read first, whoever saves it meanwhile: what was found in
 * it and what is made of it are then of one text.
 */
export function asFirstRead(disk: Pick<Disk, 'read' | 'list'>): Pick<Disk, 'read' | 'list'> {
  const known = new Map<string, ReturnType<Disk['read']>>()
  return {
    list: (folder) => disk.list(folder),
    read: (file) => {
      const bytes = known.get(file) ?? disk.read(file)
      known.set(file, bytes)
      return bytes
    },
  }
}
