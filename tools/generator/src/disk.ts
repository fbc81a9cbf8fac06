import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'

/** The files that the generator may see, by paths with forward slashes relative to the repository. */
export interface Disk {
  /** A file's bytes; `undefined` where there is no such file. */
  read(file: string): Promise<Uint8Array | undefined>
  /** Every file in a folder and in the folders in it, sorted; none where there is no such folder. */
  list(folder: string): Promise<readonly string[]>
  /** Puts a whole file in place at once: a reader sees the old text or the new one, never a part. */
  write(file: string, text: string): Promise<void>
  remove(file: string): Promise<void>
}

/** The real files below a folder. */
export function diskAt(root: string): Disk {
  return {
    read: (file) => readFile(join(root, file)).catch(undefinedIfMissing),
    list: async (folder) => {
      const options = { recursive: true, withFileTypes: true } as const
      const entries = (await readdir(join(root, folder), options).catch(undefinedIfMissing)) ?? []
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
        .sort()
    },
    write: async (file, text) => {
      const target = join(root, file)
      await mkdir(dirname(target), { recursive: true })
      const temporary = `${target}.${randomUUID()}.tmp`
      try {
        await writeFile(temporary, text)
        await rename(temporary, target)
      } catch (error) {
        await rm(temporary, { force: true })
        throw error
      }
    },
    remove: (file) => rm(join(root, file), { force: true }),
  }
}

function undefinedIfMissing(error: unknown): undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error
}
