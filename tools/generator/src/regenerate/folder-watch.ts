/** Watching folders that may be taken away and come back, as when another branch is checked out. */
import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs'
import { dirname, join } from 'node:path'

interface Watched {
  /** The folder that is watched: the one that is meant, or the nearest above it that is there. */
  readonly at: string
  /** Tells it from another one that comes to stand in its place, perhaps under the same number. */
  readonly id: string
  readonly watcher: FSWatcher
}

/** A watch over several folders; a watcher of the system's sees nothing once its folder was taken away. */
export class FolderWatch {
  readonly #folders: () => readonly string[]
  readonly #changed: () => void
  readonly #watched = new Map<string, Watched>()

  /**
   * @param folders gives those that are meant now.
   * @param changed told of each change in one of the folders, and when one goes or comes.
   */
  constructor(folders: () => readonly string[], changed: () => void) {
    this.#folders = folders
    this.#changed = changed
  }

  /** Watches what now stands where the folders are meant to: what changes from here on is told. */
  renew(): void {
    const folders = this.#folders()
    for (const folder of folders) this.#renew(folder)
    for (const [folder, { watcher }] of this.#watched) {
      if (folders.includes(folder)) continue
      watcher.close()
      this.#watched.delete(folder)
    }
    // Another may be meant since they were asked for, by what came into one that was not watched yet.
    if (this.#folders().some((folder) => !this.#watched.has(folder))) this.renew()
  }

  close(): void {
    for (const { watcher } of this.#watched.values()) watcher.close()
    this.#watched.clear()
  }

  #renew(folder: string): void {
    const { at, id } = nearest(folder)
    const known = this.#watched.get(folder)
    if (known?.at === at && known.id === id) return
    known?.watcher.close()
    this.#watched.delete(folder)
    const watcher = unlessGone(() => watch(at, this.#changed))
    if (watcher === undefined) {
      // Gone since it was looked at: what is there now is watched.
      this.#renew(folder)
      return
    }
    this.#watched.set(folder, { at, id, watcher })
    // Some systems call it an error that a folder goes; what else is wrong is thrown when it is opened anew.
    watcher.on('error', () => {
      if (this.#watched.get(folder)?.watcher === watcher) this.#watched.delete(folder)
      watcher.close()
      this.#changed()
    })
    // It may have come or gone while its watcher was opened.
    this.#renew(folder)
  }
}

/** A folder and the folders in it; the first whether it is there or not. */
export function foldersIn(folder: string): readonly string[] {
  const entries = unlessGone(() => readdirSync(folder, { withFileTypes: true })) ?? []
  const inner = entries.filter((entry) => entry.isDirectory())
  return [folder, ...inner.flatMap(({ name }) => foldersIn(join(folder, name)))]
}

function nearest(folder: string): Pick<Watched, 'at' | 'id'> {
  const found = statSync(folder, { bigint: true, throwIfNoEntry: false })
  return found === undefined
    ? nearest(dirname(folder))
    : { at: folder, id: `${found.ino} ${found.birthtimeNs}` }
}

/** A file where a folder is meant leaves none to look into. */
const gone: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR'])

function unlessGone<T>(look: () => T): T | undefined {
  try {
    return look()
  } catch (error) {
    if (error instanceof Error && 'code' in error && gone.has(String(error.code))) return undefined
    throw error
  }
}
