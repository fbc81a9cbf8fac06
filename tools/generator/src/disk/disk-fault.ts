import { Faults, wholeFile } from '../report/fault.js'

/** What was to be done with a file. */
export type Act = 'read' | 'written' | 'removed'

/** What the system calls an error, in words, and what to do about it. */
const errors: Readonly<Record<string, readonly [why: string, fix: string]>> = {
  EACCES: ['permission is missing', 'allow it for the file and for its folder, and run again'],
  EPERM: ['permission is missing', 'allow it for the file and for its folder, and run again'],
  EROFS: ['the disk can only be read', 'run it where files can be written'],
  ENOSPC: ['the disk is full', 'make room, and run again'],
  EDQUOT: ['the disk is full', 'make room, and run again'],
  EISDIR: ['a folder stands in its place', 'move the folder elsewhere, and run again'],
  EFTYPE: ['a pipe, a device or a link stands in its place', 'move it elsewhere, and run again'],
  ENOTEMPTY: ['a folder stands in its place', 'move the folder elsewhere, and run again'],
  ENOTDIR: ['a file stands in the place of its folder', 'move that file elsewhere, and run again'],
  ELOOP: ['links lead in a circle', 'let the link lead to a file, and run again'],
  EEXIST: ['a file stands in the place of its folder', 'move that file elsewhere, and run again'],
}

/** An error of the file system as a fault of the file; any other error as it is. */
export function asFault(error: unknown, file: string, act: Act): unknown {
  const code = codeOf(error)
  if (code === undefined) return error
  const [why, fix] = errors[code] ?? ['the system refuses', 'see to it, and run again']
  const wrong = `this file can't be ${act}: ${why} (${code})`
  const expected = `a file that can be ${act}`
  return new Faults([{ rule: `disk/not-${act}`, place: wholeFile(file), wrong, expected, fix }])
}

/** What the system calls an error; `undefined` where it comes from elsewhere. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : undefined
}
