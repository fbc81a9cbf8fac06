/**
 * Watching folders that may be taken away and come back, as when another branch is checked out, and the files
 * elsewhere that links in them lead to.
 */
import {
  accessSync,
  constants,
  type Dirent,
  type FSWatcher,
  readdirSync,
  readlinkSync,
  realpathSync,
  statSync,
  watch,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'

interface Watched {
  /** What is watched: what is meant, or the nearest folder above it that is there. */
  readonly at: string
  /** Tells it from another one that comes to stand in its place, perhaps under the same number. */
  readonly id: string
  readonly watcher: FSWatcher
}

/**
 * A watch over several folders and the links in them; a watcher of the system's sees nothing once what it watches
 * was taken away.
 */
export class FolderWatch {
  readonly #folders: () => readonly string[]
  readonly #changed: () => void
  readonly #watched = new Map<string, Watched>()

  /**
   * @param folders - gives those that are meant now.
   * @param changed - told of each change in one of the folders, or behind a link in one, and of one that goes or comes.
   */
  constructor(folders: () => readonly string[], changed: () => void) {
    this.#folders = folders
    this.#changed = changed
  }

  /** Watches what now stands where the folders are meant to: what changes from here on is told. */
  renew(): void {
    const meant = this.#meant()
    for (const path of meant) this.#renew(path)
    for (const [path, { watcher }] of this.#watched) {
      if (meant.includes(path)) continue
      watcher.close()
      this.#watched.delete(path)
    }
    // Another may be meant since they were asked for, by what came into one that was not watched yet.
    if (this.#meant().some((path) => !this.#watched.has(path))) this.renew()
  }

  close(): void {
    for (const { watcher } of this.#watched.values()) watcher.close()
    this.#watched.clear()
  }

  #meant(): readonly string[] {
    return this.#folders().flatMap((folder) => [folder, ...linksIn(folder)])
  }

  #renew(path: string): void {
    const { at, id } = nearest(path)
    const known = this.#watched.get(path)
    if (known?.at === at && known.id === id) return
    known?.watcher.close()
    this.#watched.delete(path)
    const watcher = unlessShut(() => watch(at, this.#changed))
    if (watcher === undefined) {
      // Gone since it was looked at: what is there now is watched.
      this.#renew(path)
      return
    }
    this.#watched.set(path, { at, id, watcher })
    // Some systems call it an error that a folder goes; what else is wrong is thrown when it is opened anew.
    watcher.on('error', () => {
      if (this.#watched.get(path)?.watcher === watcher) this.#watched.delete(path)
      watcher.close()
      this.#changed()
    })
    // It may have come or gone while its watcher was opened.
    this.#renew(path)
  }
}

/** A folder and the folders in it; the first whether it is there or not. */
export function foldersIn(folder: string): readonly string[] {
  const inner = entriesIn(folder).filter((entry) => entry.isDirectory())
  return [folder, ...inner.flatMap(({ name }) => foldersIn(join(folder, name)))]
}

/** A watcher of a folder sees no save of a file that stands elsewhere. */
function linksIn(folder: string): readonly string[] {
  const links = entriesIn(folder).filter((entry) => entry.isSymbolicLink())
  return links.map(({ name }) => join(folder, name))
}

function entriesIn(folder: string): readonly Dirent[] {
  return unlessShut(() => readdirSync(folder, { withFileTypes: true })) ?? []
}

/**
 * What is there of what is meant. A link that leads nowhere is watched where it leads, since a save may take a file
 * away before it is there again.
 *
 * @param passed - the links that led here: they may lead in a circle.
 */
function nearest(path: string, passed: readonly string[] = []): Pick<Watched, 'at' | 'id'> {
  const found = unlessShut(() => {
    accessSync(path, constants.R_OK)
    return statSync(path, { bigint: true })
  })
  if (found !== undefined) return { at: path, id: `${found.ino} ${found.birthtimeNs}` }
  const links = [...passed, path]
  const target = unlessShut(() => resolve(realpathSync(dirname(path)), readlinkSync(path)))
  return nearest(target === undefined || links.includes(target) ? dirname(path) : target, links)
}

/**
 * What hinders looking: nothing is there, a file stands in the place of a folder, links lead in a circle, someone
 * may not. What is no link leads nowhere.
 */
const shut: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES', 'EINVAL'])

/** It is for the run to tell what is wrong. */
function unlessShut<T>(look: () => T): T | undefined {
  try {
    return look()
  } catch (error) {
    if (error instanceof Error && 'code' in error && shut.has(String(error.code))) return undefined
    throw error
  }
}
