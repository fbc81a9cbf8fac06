import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Disk, diskAt } from '../disk/disk.js'
import { journalOf } from '../house/house.js'
import { otherHouse } from '../house/other-house.fixture.js'
import { Faults, wholeFile } from '../report/fault.js'
import { hashOf } from '../signature/hash-of.js'
import { finishJournal } from './finish-journal.js'
import { makeChanges } from './make-changes.js'
import type { Change } from './plan.js'

const before = { 'out/a.ts': 'old a', 'out/b.ts': 'old b', 'more/d.ts': 'old d' }
const after = { 'out/a.ts': 'new a', 'deep/in/c.ts': 'new c', 'more/d.ts': 'new d' }
const changes: readonly Change[] = [
  { path: 'out/a.ts', before: 'old a', after: 'new a' },
  { path: 'out/b.ts', before: 'old b', after: undefined },
  { path: 'deep/in/c.ts', before: undefined, after: 'new c' },
  { path: 'more/d.ts', before: 'old d', after: 'new d' },
]

const root = mkdtempSync(join(tmpdir(), 'generator-'))
const disk = diskAt(root)
beforeEach(() => put(before))
afterAll(() => rmSync(root, { recursive: true }))

/** The arguments of a process that makes the changes, and at its calls that change the disk does more. */
function writer(atCall: string, then = 'await make()'): readonly string[] {
  return ['--input-type=module', '-e', program(atCall, then), root]
}

const built = (file: string) =>
  JSON.stringify(pathToFileURL(join(import.meta.dirname, '../../dist', file)).href)

const program = (atCall: string, then: string) => `
import fs, { readdirSync, readFileSync, readSync, writeSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
const remove = fs.rmSync
const root = process.argv[1]
let calls = 0
for (const name of ['mkdirSync', 'writeFileSync', 'renameSync', 'rmSync']) {
  const real = fs[name]
  fs[name] = (...args) => {
    calls += 1
    ${atCall}
    return real(...args)
  }
}
syncBuiltinESMExports()
const { diskAt } = await import(${built('disk/disk.js')})
const { makeChanges } = await import(${built('write/make-changes.js')})
const make = () => makeChanges(${JSON.stringify(changes)}, diskAt(root), { client: { folder: 'client/generated' } })
${then}
`

type Files = Readonly<Record<string, string>>

/** What stands on the disk before each call of a process, half way each that writes a file, and at the end. */
function moments(): readonly Files[] {
  const atCall = `
    keep()
    if (name === 'writeFileSync') {
      real(args[0], args[1].slice(0, args[1].length / 2))
      keep()
      remove(args[0])
    }`
  const then = `
function keep() {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files.map(({ path, name }) => (path + '/' + name).slice(root.length + 1))
  moments.push(Object.fromEntries(paths.map((path) => [path, readFileSync(root + '/' + path, 'utf8')])))
}
const moments = []
await make()
keep()
writeSync(1, JSON.stringify(moments))`
  const { stdout, stderr } = spawnSync(process.execPath, writer(atCall, then), { encoding: 'utf8' })
  expect(stderr).toBe('')
  return JSON.parse(stdout)
}

/** What a process leaves that is killed before its seventh call. */
let leftByOneKilled: Files
beforeAll(async () => {
  await put(before)
  const args = writer("if (calls === 7) process.kill(process.pid, 'SIGKILL')")
  expect(spawnSync(process.execPath, args)).toMatchObject({ signal: 'SIGKILL' })
  leftByOneKilled = await filesIn(await disk.list('.'))
})

async function put(files: Files): Promise<void> {
  for (const file of await disk.list('.')) await disk.remove(file)
  for (const [file, text] of Object.entries(files)) await disk.write(file, text)
}

async function filesNow(): Promise<Files> {
  return filesIn((await disk.list('.')).filter((file) => file !== journalOf(otherHouse)))
}

async function filesIn(files: readonly string[]): Promise<Files> {
  return Object.fromEntries(await Promise.all(files.map(async (file) => [file, await read(file)])))
}

async function read(file: string): Promise<string> {
  return new TextDecoder().decode(await disk.read(file))
}

function finish(): Promise<readonly string[]> {
  return finishJournal(disk, otherHouse)
}

// A kill leaves what stood on the disk at that moment: so one process, whole by now, shows all of them.
test('a process killed at any moment leaves all old files or all new ones, once the next run has begun', async () => {
  const outcomes: string[] = []
  for (const moment of moments()) {
    await put(moment)
    await finish()
    const now = await filesNow()
    outcomes.push(JSON.stringify(now) === JSON.stringify(sorted(before)) ? 'old' : 'new')
    expect(now, `killed at ${JSON.stringify(moment)}`).toEqual(outcomes.at(-1) === 'old' ? before : after)
    expect(existsSync(join(root, journalOf(otherHouse)))).toBe(false)
  }
  expect(outcomes.join(' ')).toMatch(/^(old ){3}(new ?){12,}$/)
})

function sorted(files: Files): Files {
  return Object.fromEntries(Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1)))
}

test('a torn journal is only removed', async () => {
  await put(leftByOneKilled)
  const journal = await read(journalOf(otherHouse))
  for (const text of [journal.slice(0, -9), journal.replace('new a', 'bad a'), '']) {
    await disk.write(journalOf(otherHouse), text)
    const now = await filesNow()
    expect(await finish()).toEqual([])
    expect(await filesNow()).toEqual(now)
    expect(await disk.read(journalOf(otherHouse))).toBeUndefined()
  }
})

test('what someone wrote since is not overwritten', async () => {
  await put(leftByOneKilled)
  await disk.write('more/d.ts', 'by hand')
  expect(await finish()).toEqual([])
  expect(await read('more/d.ts')).toBe('by hand')
  expect(await disk.read('deep/in/c.ts')).toBeUndefined()
})

test('the journal of a process that lives is left to it, and finished once it is dead', async () => {
  await put(leftByOneKilled)
  const other = spawn('cat')
  const text = await read(journalOf(otherHouse))
  const body = text.slice(text.indexOf('\n') + 1).replace(/"writers":\[(\d+)/, `"writers":[$1,${other.pid}`)
  await disk.write(journalOf(otherHouse), `${hashOf([body])}\n${body}`)
  const waiting = finish()
  await disk.remove(journalOf(otherHouse))
  expect(await waiting).toEqual([])
  expect(await read('more/d.ts')).toBe('old d')

  await disk.write(journalOf(otherHouse), `${hashOf([body])}\n${body}`)
  const taking = finish()
  other.kill('SIGKILL')
  expect(await taking).not.toEqual([])
  expect(await filesNow()).toEqual(after)
})

const newest = { 'out/a.ts': 'newest a', 'deep/in/c.ts': 'newest c', 'more/d.ts': 'newest d' }

// A file that a paused run is about to remove is not made by the newer one: see the README.
test('a process that was paused at any of its calls writes nothing over what a newer run wrote meanwhile', async () => {
  const atCall = `
    if (calls === last) {
      writeSync(1, 'paused')
      awaitWord()
    }`
  const then = `
function awaitWord() {
  readSync(0, Buffer.alloc(9))
}
let last = 0
for (;;) {
  awaitWord()
  calls = 0
  last += 1
  await make().catch(() => {})
  writeSync(1, 'ended')
}`
  const paused = spawn(process.execPath, writer(atCall, then))
  const word = async () => {
    paused.stdin.write('go on')
    return String(await once(paused.stdout, 'data'))
  }
  for (let call = 1; ; call += 1) {
    await put(before)
    if ((await word()) === 'ended') break
    await finishJournal(disk, otherHouse, 0)
    const now = await filesNow()
    const newer = [...new Set([...Object.keys(before), ...Object.keys(newest)])].map((path): Change => {
      const [was, shall] = [now, newest].map((files) => new Map(Object.entries(files)).get(path))
      return { path, before: was, after: shall }
    })
    await makeChanges(newer, disk, otherHouse)
    expect(await word()).toBe('ended')
    expect(await filesNow(), `paused at call ${call}`).toEqual(newest)
    expect(existsSync(join(root, journalOf(otherHouse)))).toBe(false)
    expect(call).toBeLessThan(50)
  }
  paused.kill()
})

/** A disk that refuses one of the steps by which files get into their places. */
function refusing(refused: (step: 'stage' | 'place' | 'write', file: string) => boolean): Disk {
  const full = () => Promise.reject(new Faults([fullDisk]))
  return {
    ...disk,
    write: async (file, text) => (refused('write', file) ? full() : disk.write(file, text)),
    stage: async (file, text) => {
      if (refused('stage', file)) return full()
      const staged = await disk.stage(file, text)
      return { ...staged, place: async () => (refused('place', file) ? full() : staged.place()) }
    },
  }
}

const fullDisk = {
  rule: 'disk/not-written',
  place: wholeFile('more/d.ts'),
  wrong: "this file can't be written",
  expected: 'a file that can be written',
  fix: 'make room',
}

test.each(['stage', 'place'] as const)(
  'where the last file can not be %sd, all are the old ones',
  async (step) => {
    const failing = refusing((refused, file) => refused === step && file === 'more/d.ts')
    await expect(makeChanges(changes, failing, otherHouse)).rejects.toMatchObject({ faults: [fullDisk] })
    expect(await disk.list('.')).toEqual(Object.keys(before).sort())
    expect(await filesNow()).toEqual(before)
  },
)

test('where the disk is full before the journal is whole, all are the old ones, and nothing of it is left', async () => {
  const atCall = `if (name === 'writeFileSync') {
      real(args[0], args[1].slice(0, args[1].length / 2), args[2])
      throw Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' })
    }`
  const args = writer(atCall, 'await make().catch(({ faults }) => writeSync(1, faults[0].wrong))')
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  expect(stdout).toBe("this file can't be written: the disk is full (ENOSPC)")
  expect(await disk.list('.')).toEqual(Object.keys(before).sort())
  expect(await filesNow()).toEqual(before)
})

test('where the last file may not be written, all are the old ones', async () => {
  chmodSync(join(root, 'more/d.ts'), 0o444)
  const fault = { rule: 'disk/not-written', place: { file: 'more/d.ts' } }
  await expect(makeChanges(changes, disk, otherHouse)).rejects.toMatchObject({ faults: [fault] })
  expect(await disk.list('.')).toEqual(Object.keys(before).sort())
  expect(await filesNow()).toEqual(before)
})

test('where they can not be put back either, the next run that can write makes all of them new', async () => {
  const failing = refusing((step, file) => step === 'write' || (step === 'place' && file === 'more/d.ts'))
  const halfDone = {
    faults: [{ rule: 'write/unfinished', place: { file: journalOf(otherHouse) } }, fullDisk],
  }
  await expect(makeChanges(changes, failing, otherHouse)).rejects.toMatchObject(halfDone)
  await expect(finishJournal(failing, otherHouse)).rejects.toMatchObject(halfDone)
  await finish()
  expect(await filesNow()).toEqual(after)
})
