import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Disk, diskAt } from '../disk/disk.js'
import { journalOf } from '../house/house.js'
import { otherHouse } from '../house/other-house.fixture.js'
import { hashOf } from '../memory/hash-of.js'
import { Faults, wholeFile } from '../report/fault.js'
import { finishJournal } from './finish-journal.js'
import { makeChanges } from './make-changes.js'
import type { Change } from './plan.js'

const before = { 'out/a.ts': 'old a', 'out/b.ts': 'old b', 'more/d.ts': 'old d' }
const after = { 'out/a.ts': 'new a', 'deep/in/c.ts': 'new c', 'more/d.ts': 'new d' }
const changes: readonly Change[] = [
  { path: 'out/a.ts', before: 'old a', after: 'new a', foreign: false },
  { path: 'out/b.ts', before: 'old b', after: undefined, foreign: false },
  { path: 'deep/in/c.ts', before: undefined, after: 'new c', foreign: false },
  { path: 'more/d.ts', before: 'old d', after: 'new d', foreign: false },
]

let root: string
let disk: Disk

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'generator-'))
  disk = diskAt(root)
  for (const [file, text] of Object.entries(before)) await disk.write(file, text)
})

afterEach(() => rmSync(root, { recursive: true }))

/** A real process that makes the changes and kills itself at one of its calls that change the disk. */
function killedAt(call: number, moment: 'before' | 'half way'): boolean {
  const { signal, status, stderr } = spawnSync(process.execPath, argsFor(call, moment, 'SIGKILL'), {
    encoding: 'utf8',
  })
  if (signal === null && status !== 0) throw new Error(stderr)
  return signal === 'SIGKILL'
}

function argsFor(call: number, moment: string, signal: NodeJS.Signals): readonly string[] {
  return ['--input-type=module', '-e', program, root, String(call), moment, signal]
}

const built = (file: string) =>
  JSON.stringify(pathToFileURL(join(import.meta.dirname, '../../dist', file)).href)

const program = `
import fs, { writeSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
const [root, last, moment, signal] = process.argv.slice(1)
let calls = 0
for (const name of ['mkdirSync', 'writeFileSync', 'renameSync', 'rmSync']) {
  const real = fs[name]
  fs[name] = (...args) => {
    calls += 1
    if (calls === Number(last)) {
      if (signal === 'SIGSTOP') writeSync(1, 'stops')
      if (moment === 'half way' && name === 'writeFileSync') real(args[0], args[1].slice(0, args[1].length / 2))
      else if (moment === 'half way') real(...args)
      process.kill(process.pid, signal)
    }
    return real(...args)
  }
}
syncBuiltinESMExports()
const { diskAt } = await import(${built('disk/disk.js')})
const { makeChanges } = await import(${built('write/make-changes.js')})
await makeChanges(${JSON.stringify(changes)}, diskAt(root), { client: { folder: 'client/generated' } })
`

async function filesNow(): Promise<Record<string, string>> {
  const files = (await disk.list('.')).filter((file) => file !== journalOf(otherHouse))
  return Object.fromEntries(await Promise.all(files.map(async (file) => [file, await read(file)])))
}

async function read(file: string): Promise<string> {
  return new TextDecoder().decode(await disk.read(file))
}

function finish(): Promise<readonly string[]> {
  return finishJournal(disk, otherHouse)
}

test.each(['before', 'half way'] as const)(
  'a process killed %s any of its calls leaves all old files or all new ones, once the next run has begun',
  async (moment) => {
    const outcomes: string[] = []
    for (let call = 1; ; call += 1) {
      for (const file of Object.keys(after)) await disk.remove(file)
      for (const [file, text] of Object.entries(before)) await disk.write(file, text)
      const killed = killedAt(call, moment)
      await finish()
      const now = await filesNow()
      outcomes.push(JSON.stringify(now) === JSON.stringify(sorted(before)) ? 'old' : 'new')
      expect(now, `killed ${moment} call ${call}`).toEqual(outcomes.at(-1) === 'old' ? before : after)
      expect(existsSync(join(root, journalOf(otherHouse)))).toBe(false)
      if (!killed) break
    }
    expect(outcomes.join(' ')).toMatch(/^(old ){2,3}(new ?){12,}$/)
  },
  60_000,
)

function sorted(files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1)))
}

test('a torn journal is only removed', async () => {
  expect(killedAt(7, 'before')).toBe(true)
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
  expect(killedAt(7, 'before')).toBe(true)
  await disk.write('more/d.ts', 'by hand')
  expect(await finish()).toEqual([])
  expect(await read('more/d.ts')).toBe('by hand')
  expect(await disk.read('deep/in/c.ts')).toBeUndefined()
})

test('the journal of a process that lives is left to it, and finished once it is dead', async () => {
  expect(killedAt(7, 'before')).toBe(true)
  const writer = spawn(process.execPath, ['-e', 'process.stdin.resume()'])
  const text = await read(journalOf(otherHouse))
  const body = text.slice(text.indexOf('\n') + 1).replace(/"writers":\[(\d+)/, `"writers":[$1,${writer.pid}`)
  await disk.write(journalOf(otherHouse), `${hashOf([body])}\n${body}`)
  const waiting = finish()
  await disk.remove(journalOf(otherHouse))
  expect(await waiting).toEqual([])
  expect(await read('more/d.ts')).toBe('old d')

  await disk.write(journalOf(otherHouse), `${hashOf([body])}\n${body}`)
  const taking = finish()
  writer.kill('SIGKILL')
  expect(await taking).not.toEqual([])
  expect(await filesNow()).toEqual(after)
})

const newest = { 'out/a.ts': 'newest a', 'deep/in/c.ts': 'newest c', 'more/d.ts': 'newest d' }

// A file that a paused run is about to remove is not made by the newer one: see the README.
test('a process that was stopped at any of its calls writes nothing over what a newer run wrote meanwhile', async () => {
  for (let call = 1; ; call += 1) {
    for (const file of Object.keys(after)) await disk.remove(file)
    for (const [file, text] of Object.entries(before)) await disk.write(file, text)
    const paused = spawn(process.execPath, argsFor(call, 'before', 'SIGSTOP'), {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const ended = once(paused, 'exit')
    if (!(await stops(paused))) break
    await finishJournal(disk, otherHouse, 0)
    const now = await filesNow()
    const newer = [...new Set([...Object.keys(before), ...Object.keys(newest)])].map((path): Change => {
      const [was, shall] = [now, newest].map((files) => new Map(Object.entries(files)).get(path))
      return { path, before: was, after: shall, foreign: false }
    })
    await makeChanges(newer, disk, otherHouse)
    paused.kill('SIGCONT')
    await ended
    expect(await filesNow(), `stopped at call ${call}`).toEqual(newest)
    expect(existsSync(join(root, journalOf(otherHouse)))).toBe(false)
    expect(call).toBeLessThan(50)
  }
}, 60_000)

/** Whether a process comes to a stop before it ends. It says so just before. */
async function stops({ pid, stdout: said }: ChildProcess): Promise<boolean> {
  const [word] = said === null ? [] : await Promise.race([once(said, 'data'), once(said, 'end')])
  if (word === undefined) return false
  for (;;) {
    const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', `${pid}`], { encoding: 'utf8' })
    if (stdout.startsWith('T')) return true
    if (stdout.trim() === '' || stdout.startsWith('Z')) return false
    await setImmediate()
  }
}

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
