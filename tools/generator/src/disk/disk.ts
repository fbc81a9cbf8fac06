import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Act } from './disk-fault.js'

/**
 * The files that the generator may see, by paths with forward slashes relative to the repository. What the
 * system refuses is thrown as `Faults` that name the file.
 */
export interface Disk {
  /** A file's bytes; `undefined` where there is no such file. */
  read(file: string): Promise<Uint8Array | undefined>
  /** Every file in a folder and in the folders in it, sorted; none where there is no such folder. */
  list(folder: string): Promise<readonly string[]>
  /** Puts a whole file in place at once: a reader sees the old text or the new one, never a part. */
  write(file: string, content: string | Uint8Array): Promise<void>
  /** Writes a file beside its place. */
  stage(file: string, text: string): Promise<Staged>
  /** Makes a file where there is none, and says whether it did. A reader may see a part of it. */
  create(file: string, text: string): Promise<boolean>
  remove(file: string): Promise<void>
}

/** A file that is written and not yet in its place. */
export interface Staged {
  /** Puts it there at once, and says whether it could: not if someone took it away. */
  place(): Promise<boolean>
  /** Takes it away. */
  drop(): Promise<void>
}

/**
 * The real files below a folder. The calls beneath are synchronous: with nothing else to do meanwhile, 150
 * small files are read three times as fast as by promises.
 */
export function diskAt(root: string): Disk {
  const at = (file: string) => `${root}/${file}`
  const stage = (file: string, content: string | Uint8Array): Promise<Staged> => {
    const [target, temporary] = [at(file), at(temporaryName(file, process.pid))]
    const drop = () => rmSync(temporary, { force: true })
    return told(file, 'written', () => {
      mkdirSync(dirname(target), { recursive: true })
      try {
        writeFileSync(temporary, content)
      } catch (error) {
        drop()
        throw error
      }
      return {
        place: () => told(file, 'written', () => done(['ENOENT'], () => renameSync(temporary, target))),
        drop: () => told(file, 'removed', drop),
      }
    })
  }
  return {
    read: (file) => told(file, 'read', () => unlessMissing(() => readFileSync(at(file)))),
    list: (folder) => told(folder, 'read', () => filesIn(root, folder).sort()),
    write: async (file, content) => {
      const staged = await stage(file, content)
      try {
        await staged.place()
      } catch (error) {
        await staged.drop()
        throw error
      }
    },
    stage,
    create: (file, text) =>
      told(file, 'written', () => {
        mkdirSync(dirname(at(file)), { recursive: true })
        return done(['EEXIST'], () => writeFileSync(at(file), text, { flag: 'wx' }))
      }),
    remove: (file) => told(file, 'removed', () => rmSync(at(file), { force: true })),
  }
}

/** The name under which a process writes a file before it stands in its place. */
export function temporaryName(file: string, process: number): string {
  return `${file}.${process}.tmp`
}

function filesIn(root: string, folder: string): string[] {
  const entries = unlessMissing(() => readdirSync(`${root}/${folder}`, { withFileTypes: true })) ?? []
  return entries.flatMap((entry) => {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`
    return entry.isDirectory() ? filesIn(root, path) : entry.isFile() ? [path] : []
  })
}

function unlessMissing<T>(read: () => T): T | undefined {
  let found: T | undefined
  done(['ENOENT', 'ENOTDIR'], () => {
    found = read()
  })
  return found
}

/** Whether work was done, or hindered by one of the errors that are expected. */
function done(expected: readonly string[], work: () => void): boolean {
  try {
    work()
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && expected.includes(String(error.code))) return false
    throw error
  }
}

async function told<T>(file: string, act: Act, work: () => T): Promise<T> {
  try {
    return work()
  } catch (error) {
    // A run in which all goes well imports no more than it needs.
    const { asFault } = await import('./disk-fault.js')
    throw asFault(error, file, act)
  }
}
