// The command is killed by SIGKILL before, within and after each of its calls that change the
// disk. After the next start all generated files are the old ones or all are the new ones, and
// that start says what it finished.
import { existsSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Clone, generator } from './clone.fixture.js'

const SPEC = 'spec/scopes.yaml'
const GENERATED = 'packages/core/src/generated'
const MAIN = 'tools/generator/dist/main.js'
const WRITER = 'writer.mjs'
const MEMORY = 'node_modules/.cache/generator/outputs'
const NOT_OURS = `${GENERATED}/.by-hand.ts`
const WRITTEN = [`${GENERATED}/scopes.ts`, 'packages/core/reference/scopes.md']

/**
 * Stands before the command, and in no file that is shipped: it kills the process at one of its
 * moments. They are the one before the first call that changes the disk, those after each, and those
 * when half of a file is written.
 */
const killer = `
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
let moment = 0
const pass = (prepare) => {
  moment += 1
  if (moment !== Number(process.env.KILL_AT)) return
  prepare?.()
  process.kill(process.pid, 'SIGKILL')
}
for (const name of ['mkdirSync', 'writeFileSync', 'renameSync', 'rmSync']) {
  const real = fs[name]
  fs[name] = (...args) => {
    if (moment === 0) pass()
    if (name === 'writeFileSync') pass(() => real(args[0], args[1].slice(0, args[1].length / 2)))
    const answer = real(...args)
    pass()
    return answer
  }
}
syncBuiltinESMExports()`

/**
 * The command without what makes the files, which changes nothing on the disk and takes nearly all of its
 * time: it writes where it is started, and checks for who imports it.
 */
const writer = `
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { checkAll, writeAll } from './tools/generator/dist/regenerate/commands.js'
import { diskAt } from './tools/generator/dist/disk/disk.js'
import { house } from './tools/generator/dist/house/this-repository.js'
const root = import.meta.dirname
const files = () => JSON.parse(readFileSync(resolve(root, process.env.MADE ?? 'few.json'), 'utf8'))
const made = async () => ({ files: files(), guesses: () => [] })
const here = (print) => ({ house, disk: diskAt(root), engine: 'this one', print })
export const check = (print) => checkAll(here(print), made)
if (process.argv[1] === import.meta.filename) process.exitCode = await writeAll(here(() => {}), made)`

let clone: Clone
let writerHere: { readonly check: (print: (text: string) => void) => Promise<number> }
let spec: { readonly before: string; readonly after: string }
type Files = ReadonlyMap<string, string>
/** Few: only some of the files after the edit are other ones. */
let files: { readonly before: Files; readonly after: Files; readonly few: Files }

beforeAll(async () => {
  clone = new Clone(generator)
  clone.write('killer.mjs', killer)
  clone.write(WRITER, writer)
  clone.write(NOT_OURS, 'export {}\n')
  const before = clone.read(SPEC)
  // One family is renamed, so that files are written, made anew and removed.
  const after = before.replace(/^ {2}databases:\n/m, '  stores:\n').replace('name: Databases', 'name: Stores')
  spec = { before, after }
  for (const file of ['spec/operations.yaml', 'spec/vectors/operations.yaml'])
    clone.edit(file, /\bdatabases:(\w+)/g, 'account:$1')
  const all = { before: made(before), after: made(after) }
  files = { ...all, few: fewOf(all.before, all.after) }
  for (const [name, pictures] of Object.entries(files)) {
    const ours = [...pictures].filter(([path]) => path !== NOT_OURS)
    clone.write(`${name}.json`, JSON.stringify(ours.map(([path, text]) => ({ path, text }))))
  }
  writerHere = await import(pathToFileURL(join(clone.folder, WRITER)).href)
  expect(differing(files.before, files.few).length).toBeGreaterThan(3)
})
afterAll(() => clone.remove())

function made(text: string): Files {
  clone.write(SPEC, text)
  expect(clone.generate()).toMatchObject({ status: 0 })
  return clone.generated()
}

/**
 * What is made anew and what is removed in one package, and of what is written only two: a step of each kind beside
 * each other.
 */
function fewOf(before: Files, after: Files): Files {
  const isOther = (file: string) =>
    (before.has(file) !== after.has(file) && file.startsWith(GENERATED)) || WRITTEN.includes(file)
  const kept = [...before].filter(([file]) => !isOther(file))
  return new Map([...kept, ...[...after].filter(([file]) => isOther(file))])
}

/** Puts everything back to before, with nothing remembered. */
function reset(): void {
  for (const file of clone.generated().keys()) if (!files.before.has(file)) rmSync(join(clone.folder, file))
  const now = clone.generated()
  for (const [file, text] of files.before) if (now.get(file) !== text) clone.write(file, text)
  rmSync(join(clone.folder, MEMORY), { force: true })
}

/** The files that are in one picture and not, or not alike, in another. */
function differing(one: Files, other: Files): readonly string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((file) => one.get(file) !== other.get(file))
}

/** Whether the command was killed before it came to its end. */
function killedAt(moment: number, command = MAIN): boolean {
  const hook = ['--import', pathToFileURL(join(clone.folder, 'killer.mjs')).href]
  const { status } = clone.node([...hook, command], { KILL_AT: `${moment}` })
  return status !== 0
}

/** What the next start says, of the command as it is built. */
const nextStart = async (): Promise<string> => clone.generate('--check').output

/** The same in this process: all that a start has of those before is on the disk. */
async function nextStartHere(): Promise<string> {
  let output = ''
  await writerHere.check((text) => {
    output += text
  })
  return output
}

/**
 * Which files stand after the next start; that they are all old or all new, and that it
 * says so, is made sure of.
 */
async function standingAfter(
  moment: number,
  start: () => Promise<string>,
  after: Files,
): Promise<'old' | 'finished' | 'new'> {
  const torn = clone.generated()
  const output = await start()
  const now = clone.generated()
  const isOld = now.get(`${GENERATED}/scopes.ts`) === files.before.get(`${GENERATED}/scopes.ts`)
  expect(differing(now, isOld ? files.before : after), `killed at moment ${moment}`).toEqual([])
  expect(output).toContain(isOld ? 'are not current' : 'generated files are current')
  const finished = differing(torn, now).filter((file) => !/\.tmp$|\.unfinished/.test(file))
  const said = [...output.matchAll(/^finished (.*), left by a run that was stopped$/gm)]
  expect(said.map(([, file]) => file).sort()).toEqual(finished.sort())
  if (isOld) return 'old'
  return said.length > 0 ? 'finished' : 'new'
}

test('killed at each moment', async () => {
  clone.write(SPEC, spec.after)
  const outcomes: string[] = []
  for (let moment = 1; ; moment += 1) {
    reset()
    const killed = killedAt(moment, WRITER)
    outcomes.push(await standingAfter(moment, nextStartHere, files.few))
    if (!killed) break
  }
  expect(outcomes.join(' ')).toMatch(/^(old )+(finished )+(new ?)+$/)
  expect(outcomes.length).toBeGreaterThan(20)
  expect(clone.read(NOT_OURS)).toBe('export {}\n')
}, 300_000)

test('the command as it is built, killed in its midst', async () => {
  clone.write(SPEC, spec.after)
  reset()
  expect(killedAt(20)).toBe(true)
  expect(await standingAfter(20, nextStart, files.after)).toBe('finished')
})

test('who finishes for the one that was killed may be killed too', () => {
  clone.write(SPEC, spec.after)
  reset()
  expect(killedAt(16, WRITER)).toBe(true)
  for (let moment = 3; moment < 12; moment += 1) killedAt(moment, WRITER)
  expect(clone.node([WRITER])).toMatchObject({ status: 0 })
  expect(differing(clone.generated(), files.few)).toEqual([])
})

test('only files whose content changes are touched, and none without the mark', () => {
  clone.write(SPEC, spec.before)
  reset()
  const longAgo = new Date('2001-02-03T04:05:06Z')
  for (const file of files.before.keys()) utimesSync(join(clone.folder, file), longAgo, longAgo)
  const touched = () =>
    [...clone.generated().keys()]
      .filter((file) => statSync(join(clone.folder, file)).mtimeMs !== longAgo.getTime())
      .sort()
  expect(clone.node([WRITER], { MADE: 'before.json' })).toMatchObject({ status: 0 })
  expect(touched()).toEqual([])
  clone.write(SPEC, spec.after)
  expect(clone.node([WRITER])).toMatchObject({ status: 0 })
  expect(touched()).toEqual(
    differing(files.before, files.few)
      .filter((file) => files.few.has(file))
      .sort(),
  )
  expect(touched()).not.toContain(NOT_OURS)
  expect(existsSync(join(clone.folder, 'packages/core/src/generated/families/databases.ts'))).toBe(false)
  expect(readdirSync(join(clone.folder, GENERATED)).filter((file) => /tmp|unfinished/.test(file))).toEqual([])
})
