import {
  accessSync,
  chmodSync,
  constants,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Act } from './disk-fault.js'

/**
 * The files that the generator may see, by paths with forward slashes relative to the repository. What the
 * system refuses is thrown as `Faults` that name the file.
 */
export interface Disk {
  /** A file's bytes; `undefined` where there is no such file. */
  read(file: string): Promise<Uint8Array | undefined>
  /** Every file, or link to one, in a folder and in the folders in it, sorted; none where there is no such folder. */
  list(folder: string): Promise<readonly string[]>
  /**
   * Puts a whole file in place at once: a reader sees the old text or the new one, never a part. A link stays
   * one and what it leads to is written, a file keeps its mode, and one that may not be written is refused.
   */
  write(file: string, content: string | Uint8Array): Promise<void>
  /** Writes a file beside its place. */
  stage(file: string, text: string): Promise<Staged>
  /** Takes away what a process wrote beside a file's place. */
  unstage(file: string, process: number): Promise<void>
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
    return told(file, 'written', () => {
      const target = behindLinks(at(file))
      const temporary = temporaryName(target, process.pid)
      const drop = () => rmSync(temporary, { force: true })
      mkdirSync(dirname(target), { recursive: true })
      const mode = writableMode(target)
      try {
        writeFileSync(temporary, content)
        if (mode !== undefined && mode !== statSync(temporary).mode) chmodSync(temporary, mode)
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
    read: (file) => told(file, 'read', () => unlessMissing(() => readWhole(at(file)))),
    list: (folder) => told(folder, 'read', () => filesIn(root, folder).sort()),
    write: async (file, content) => {
      const staged = await stage(file, content)
      try {
        await staged.place()
      } catch (error) {
        await staged.drop()
        throw error
      }
      await told(file, 'removed', () => sweep(behindLinks(at(file))))
    },
    stage,
    unstage: (file, writer) =>
      told(file, 'removed', () => rmSync(temporaryName(behindLinks(at(file)), writer), { force: true })),
    create: (file, text) =>
      told(file, 'written', () => {
        mkdirSync(dirname(at(file)), { recursive: true })
        const made = done(['EEXIST'], () => writeNew(at(file), text))
        if (!made) requireFile(lstatSync(at(file), { throwIfNoEntry: false }))
        return made
      }),
    remove: (file) => told(file, 'removed', () => rmSync(at(file), { force: true })),
  }
}

/** The name under which a process writes a file before it stands in its place. */
function temporaryName(file: string, process: number): string {
  return `${file}.${process}.tmp`
}

/** Takes away what writers of a file left beside it that were killed. */
function sweep(file: string): void {
  for (const name of readdirSync(dirname(file))) {
    const [, beside, writer] = /^(.+)\.(\d+)\.tmp$/.exec(name) ?? []
    if (beside === basename(file) && !isRunning(Number(writer)))
      rmSync(temporaryName(file, Number(writer)), { force: true })
  }
}

/** Whether there is such a process, whosoever it is. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return isOneOf(['EPERM'], error)
  }
}

/** A file's bytes; a pipe would hold whoever reads it, and a device never end. */
function readWhole(path: string): Uint8Array {
  requireFile(statSync(path))
  return readFileSync(path)
}

/** Writes a file where none is; what a full disk left of it is taken away. */
function writeNew(path: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: 'wx' })
  } catch (error) {
    if (!isOneOf(['EEXIST'], error)) rmSync(path, { force: true })
    throw error
  }
}

/** Where a file stands in truth; a new one, and one in the place of a link to nothing, stands where it is meant. */
function behindLinks(path: string): string {
  return unlessMissing(() => realpathSync.native(path)) ?? path
}

/**
 * The mode of the file that is to be written over; `undefined` where there is none. The system asks only
 * whether its folder may be written, since another file takes its place, and nothing at all of an administrator.
 */
function writableMode(path: string): number | undefined {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return undefined
  requireFile(found)
  accessSync(path, constants.W_OK)
  if ((found.mode & ANYBODY_WRITES) === 0) throw refused('EACCES')
  return found.mode
}

const ANYBODY_WRITES = 0o222

function requireFile(found: Stats | undefined): void {
  if (found?.isDirectory()) throw refused('EISDIR')
  if (found?.isFile() === false) throw refused('EFTYPE')
}

/** An error as the system makes them, where it would let pass what nobody means. */
function refused(code: string): Error {
  return Object.assign(new Error(code), { code, syscall: 'open' })
}

function filesIn(root: string, folder: string): string[] {
  const entries = unlessMissing(() => readdirSync(`${root}/${folder}`, { withFileTypes: true })) ?? []
  return entries.flatMap((entry) => {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) return filesIn(root, path)
    const isFile = entry.isSymbolicLink() ? leadsToFile(`${root}/${path}`) : entry.isFile()
    return isFile ? [path] : []
  })
}

/** Whether a link leads to a file; one that can't be followed may, and whoever reads it is told what hinders. */
function leadsToFile(link: string): boolean {
  try {
    return statSync(link, { throwIfNoEntry: false })?.isFile() === true
  } catch {
    return true
  }
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
    if (isOneOf(expected, error)) return false
    throw error
  }
}

function isOneOf(codes: readonly string[], error: unknown): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
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
