import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ExitCode, Surroundings } from '../command/surroundings.js'
import { toDecide } from '../command/to-decide.js'
import { type Disk, diskAt } from '../disk/disk.js'
import { journalOf } from '../house/house.js'
import { otherHouse } from '../house/other-house.fixture.js'
import { makeOnce } from '../make-once.fixture.js'
import { wholeFile } from '../report/fault.js'
import type { Format } from '../report/render.js'
import { hashOf } from '../signature/hash-of.js'
import { markLine } from '../signature/mark.js'
import { sealed } from '../signature/seal.js'
import { acme, filesOf } from '../spec/acme.fixture.js'
import { checkAll, tellEdited, writeAll } from './commands.js'

let root: string
let disk: Disk
let printed: string[]
let surroundings: Surroundings

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'generator-'))
  disk = diskAt(root)
  for (const [file, text] of Object.entries(filesOf(acme))) await disk.write(file, text)
  printed = []
  surroundings = { house: otherHouse, disk, engine: 'engine', print: (text) => printed.push(text) }
})

afterEach(() => rm(root, { recursive: true }))

const write = (where: Surroundings): Promise<ExitCode> => writeAll(where, makeOnce)
const check = (where: Surroundings): Promise<ExitCode> => checkAll(where, makeOnce)

async function read(file: string): Promise<string> {
  return new TextDecoder().decode(await disk.read(file))
}

async function snapshot(): Promise<string[]> {
  const files = (await disk.list('.')).filter((file) => !file.startsWith(otherHouse.memory))
  return Promise.all(files.map(async (file) => `${file}\n${await read(file)}`))
}

function takePrinted(): string {
  return printed.splice(0).join('')
}

const SCOPES = 'client/generated/scopes.ts'

test('a run ends with the places of what an import guessed, whether or not it makes the files', async () => {
  const guessed = acme.operations
    .replace('id: post-box,', 'guessed: note, id: post-box,')
    .replace('get-open }', 'get-open, guessed: true }')
  const { scopes, operations } = otherHouse.spec
  await disk.write(operations, guessed)
  await disk.write(
    scopes,
    acme.scopes.replace('\nfolded:', '\n  note: { name: Notes, things: n, guessed: true }\nfolded:'),
  )
  expect(await write(surroundings)).toBe(0)
  const line = guessed.split('\n').findIndex((text) => text.includes('guessed')) + 1
  const told = takePrinted()
  expect(told).toContain(`in all
To decide, until "guessed" is taken out there:
  ${operations}:${line}:`)
  expect(told).toMatch(
    /: POST \/boxes: its note was written for another declaration\n.*: GET \/open: what it needs is a guess\n.*scopes\.yaml:\d+:\d+: note: its name and its words are a guess\n$/,
  )
  const list = told.slice(told.indexOf('To decide'))
  for (const run of [write, check]) {
    expect(await run(surroundings)).toBe(0)
    expect(takePrinted().replace(/^all \d+ generated files are current\n/, '')).toBe(list)
  }
  await write({ ...surroundings, style: { format: 'json', colour: false } })
  expect(JSON.parse(takePrinted())).toMatchObject({
    faults: [],
    guesses: [
      { file: operations, line, says: 'POST /boxes: its note was written for another declaration' },
      { file: operations, says: 'GET /open: what it needs is a guess' },
      { file: scopes, says: 'note: its name and its words are a guess' },
    ],
  })
  for (const format of ['editor', 'github'] as const) {
    await write({ ...surroundings, style: { format, colour: false } })
    expect(takePrinted()).toBe('')
  }
})

test('of many guesses the first are told, and the rest is counted', () => {
  const guesses = Array.from({ length: 10 }, (_, index) => ({ place: wholeFile('a'), says: `${index}` }))
  const lines = toDecide(guesses).split('\n')
  expect([lines.length, lines.at(-1)]).toEqual([10, '  … and 2 more'])
  expect(toDecide(guesses.slice(1)).split('\n')).toHaveLength(10)
})

test('what is generated is current, until the spec changes, and then only what differs is written', async () => {
  expect(await write(surroundings)).toBe(0)
  expect(takePrinted()).toMatch(/\n(\d+) written, 0 removed, \1 in all\n$/)
  expect(await check(surroundings)).toBe(0)
  expect(takePrinted()).toMatch(/^all \d+ generated files are current\n$/)
  expect(await write(surroundings)).toBe(0)
  expect(takePrinted()).toMatch(/^all \d+ generated files are current\n$/)

  const more = "\n  note: { name: Notes, things: 'your notes' }\nfolded:"
  await disk.write(otherHouse.spec.scopes, acme.scopes.replace('\nfolded:', more))
  expect(await write(surroundings)).toBe(0)
  const told = takePrinted()
  for (const line of [
    'created client/generated/families/note.ts',
    'updated client/generated/hierarchy.ts',
    'updated client/generated/scopes.ts',
    'created mirror/families/note.ts',
  ])
    expect(told).toContain(`${line}\n`)
  expect(told).not.toMatch(/endpoints|decoders|families\/box/)
  expect(told).toMatch(/\n\d+ written, 0 removed, \d+ in all\n$/)
  expect(await read(SCOPES)).toContain('export const Notes = {')
})

test('a check shows stale, edited, missing and left-over files as a patch, fails, and writes nothing', async () => {
  await write(surroundings)
  takePrinted()
  await disk.write(SCOPES, (await read(SCOPES)).replace("readOnly: 'box:read'", "readOnly: 'box:raed'"))
  await disk.remove('mirror/families/box.ts')
  const old = sealed(`${markLine(otherHouse, 'old.ts', ['api/old.yaml'])}\n`)
  await disk.write('client/generated/old.ts', old)
  await disk.write('client/generated/by-hand.ts', 'export {}\n')
  const before = await snapshot()
  expect(await check(surroundings)).toBe(1)
  expect(await snapshot()).toEqual(before)
  const report = takePrinted()
  expect(report).toContain("-  readOnly: 'box:raed',\n+  readOnly: 'box:read',\n")
  expect(report).toContain('--- /dev/null\n+++ b/mirror/families/box.ts\n')
  expect(report).toContain('--- a/client/generated/old.ts\n+++ /dev/null\n')
  expect(report).toContain('client/generated/old.ts is left over\n')
  expect(report).toContain('client/generated/scopes.ts: this generated file was edited by hand')
  expect(report).toContain('mirror/families/box.ts is missing\n')
  expect(report).toContain(
    '3 of the generated files are not current: see to this one, then run "make generated"\n',
  )
  expect(report).toContain(
    'client/generated/by-hand.ts: it stands among generated files and does not carry their mark; move it elsewhere',
  )

  await disk.remove(SCOPES)
  expect(await write(surroundings)).toBe(0)
  expect(takePrinted()).toContain('left alone client/generated/by-hand.ts: it stands among generated files')
  expect(await disk.read('client/generated/old.ts')).toBeUndefined()
  expect(await read('client/generated/by-hand.ts')).toBe('export {}\n')
  expect(await check(surroundings)).toBe(1)
  await disk.remove('client/generated/by-hand.ts')
  expect(await check(surroundings)).toBe(0)
})

test('a file of the spec that is none is a fault', async () => {
  await write(surroundings)
  await disk.remove(otherHouse.spec.scopes)
  await mkdir(join(root, otherHouse.spec.scopes))
  takePrinted()
  for (const look of [write, check]) {
    expect(await look(surroundings)).toBe(1)
    expect(takePrinted()).toContain(otherHouse.spec.scopes)
  }
})

test('a file that was edited by hand is told and not written over, until it is put back', async () => {
  await write(surroundings)
  const generated = await read(SCOPES)
  const edited = generated.replace("readOnly: 'box:read'", "readOnly: 'box:raed'")
  await disk.write(SCOPES, edited)
  takePrinted()
  expect(await write(surroundings)).toBe(1)
  expect(takePrinted()).toMatch(
    /scopes\.ts:\d+:1: this generated file was edited by hand, and would be written over\n.*'box:raed',\n.*\n {2}expected: readOnly: 'box:read',\n/,
  )
  expect(await tellEdited(surroundings)).toBe(1)
  expect(takePrinted()).toContain("-  readOnly: 'box:raed',\n+  readOnly: 'box:read',\n")
  expect(await read(SCOPES)).toBe(edited)

  await disk.write(SCOPES, generated)
  expect(await tellEdited(surroundings)).toBe(0)
  expect(await write(surroundings)).toBe(0)
})

test('nor does it matter whether the spec changed too, or who made the file', async () => {
  await write(surroundings)
  const edited = (await read(SCOPES)).replace("readOnly: 'box:read'", "readOnly: 'box:raed'")
  await disk.write(SCOPES, edited)
  await disk.write(otherHouse.spec.scopes, acme.scopes.replace('name: Boxes,', 'name: Cases,'))
  await disk.remove(otherHouse.memory)
  for (const run of [write, check, tellEdited]) {
    expect(await run(surroundings)).toBe(1)
    expect(takePrinted()).toContain('this generated file was edited by hand')
  }
  expect(await read(SCOPES)).toBe(edited)
})

test('what was made of another spec is stale, however it came there', async () => {
  await write(surroundings)
  const first = await read(SCOPES)
  await disk.write(otherHouse.spec.scopes, acme.scopes.replace('name: Boxes,', 'name: Cases,'))
  await write(surroundings)
  // As when the work is undone or one side of a merge is taken, but for the spec.
  await disk.write(SCOPES, first)
  expect(await tellEdited(surroundings)).toBe(0)
  expect(await write(surroundings)).toBe(0)
  expect(await read(SCOPES)).toContain('Cases')
})

test('what git could not merge is made anew', async () => {
  await write(surroundings)
  const [first, ...rest] = (await read(SCOPES)).split('\n')
  const conflict = ['<<<<<<< HEAD', first, '=======', first, '>>>>>>> theirs', ...rest].join('\n')
  await disk.write(SCOPES, conflict)
  expect(await tellEdited(surroundings)).toBe(0)
  takePrinted()
  expect(await write(surroundings)).toBe(0)
  expect(takePrinted()).toContain(`made anew, with what git could not merge, ${SCOPES}\n`)
  expect(await read(SCOPES)).toBe([first, ...rest].join('\n'))
})

test('a check sees a spec that changed', async () => {
  await write(surroundings)
  await disk.write(otherHouse.spec.endpoints, acme.endpoints.replace('path: /authorize', 'path: /oauth'))
  takePrinted()
  expect(await check(surroundings)).toBe(1)
  expect(takePrinted()).toContain(
    "-  authorize: { method: 'GET', path: '/authorize' },\n+  authorize: { method: 'GET', path: '/oauth' },\n",
  )
})

test('a fault changes no file, fails, and says where, what and what to do', async () => {
  await write(surroundings)
  takePrinted()
  const faulty = acme.operations.replace("recorded: 'box:write'", "recorded: 'box:wriet'")
  await disk.write(otherHouse.spec.operations, faulty)
  const before = await snapshot()
  for (const command of [write, check]) {
    expect(await command(surroundings)).toBe(1)
    expect(takePrinted()).toBe(
      [
        'api/operations.yaml:5:50: the family "box" has no level "wriet"',
        `  5 |   POST /boxes: { declared: 'box:read', recorded: 'box:wriet', id: post-box, note: Seen. }`,
        '    |                                                  ^^^^^^^^^^^',
        '  expected: one of read, write',
        '  → did you mean "box:write"?',
        '',
        '1 fault; nothing was written',
        '',
      ].join('\n'),
    )
  }
  expect(await snapshot()).toEqual(before)
})

test('a file without the mark is not overwritten', async () => {
  await disk.write(SCOPES, 'export const mine = 1\n')
  const before = await snapshot()
  expect(await write(surroundings)).toBe(1)
  expect(takePrinted()).toContain(
    `${SCOPES}:1:1: a generated file belongs here, but this one does not carry the mark`,
  )
  expect(await snapshot()).toEqual(before)
  expect(await check(surroundings)).toBe(1)
  expect(takePrinted()).toContain(
    `${SCOPES}: a generated file belongs here, but this one does not carry the mark`,
  )
})

test('programs are told of files that are not current as of faults, and of nothing else', async () => {
  const as = (format: Format): Surroundings => ({ ...surroundings, style: { format, colour: false } })
  await write(as('json'))
  expect(JSON.parse(takePrinted())).toEqual({ faults: [], guesses: [] })
  await disk.write(SCOPES, (await read(SCOPES)).replace("readOnly: 'box:read'", "readOnly: 'box:raed'"))
  expect(await check(as('json'))).toBe(1)
  expect(JSON.parse(takePrinted())).toMatchObject({ faults: [{ rule: 'edited-by-hand', file: SCOPES }] })
  expect(await check(as('editor'))).toBe(1)
  expect(takePrinted()).toMatch(/^client\/generated\/scopes\.ts:\d+:1: error: .* \[edited-by-hand\]\n$/)
  expect(await check(as('github'))).toBe(1)
  expect(takePrinted()).toMatch(/^--- a\/client[\s\S]*\n::error file=client\/generated\/scopes\.ts,/)
})

test('a check finishes first what a killed run left half written', async () => {
  await write(surroundings)
  const whole = await read(SCOPES)
  await disk.write(SCOPES, whole.replace('box', 'bin'))
  const entry = { path: SCOPES, before: hashOf([await read(SCOPES)]), after: whole }
  const body = JSON.stringify({ writers: [2 ** 30], entries: [entry] })
  await disk.write(journalOf(otherHouse), `${hashOf([body])}\n${body}`)
  takePrinted()
  expect(await check(surroundings)).toBe(0)
  expect(takePrinted()).toMatch(`finished ${SCOPES}, left by a run that was stopped\nall `)
})

test('a folder in the place of a file is told, and nothing is written', async () => {
  await write(surroundings)
  await disk.remove(SCOPES)
  await disk.write(`${SCOPES}/mine.txt`, 'mine')
  await disk.write(otherHouse.spec.endpoints, acme.endpoints.replace('path: /authorize', 'path: /oauth'))
  const before = await snapshot()
  takePrinted()
  for (const command of [write, check]) {
    expect(await command(surroundings)).toBe(1)
    expect(takePrinted()).toBe(
      [
        `${SCOPES}:1:1: this file can't be read: a folder stands in its place (EISDIR)`,
        '  expected: a file that can be read',
        '  → move the folder elsewhere, and run again',
        '',
        '1 fault; nothing was written',
        '',
      ].join('\n'),
    )
    expect(await snapshot()).toEqual(before)
  }
})

test('a folder in the place of a file of the spec is told too', async () => {
  await disk.remove(otherHouse.spec.scopes)
  await disk.write(`${otherHouse.spec.scopes}/x`, 'x')
  expect(await write(surroundings)).toBe(1)
  expect(takePrinted()).toContain(`${otherHouse.spec.scopes}:1:1: this file can't be read: a folder stands`)
})

test.each([
  ['a folder', (path: string) => mkdir(path, { recursive: true }), 'move the folder elsewhere'],
  ['a link to nothing', (path: string) => symlink('nowhere', path), 'move it elsewhere'],
])('%s in the place of the journal is told as what it is, not as another run', async (_, put, fix) => {
  await write(surroundings)
  await disk.remove(SCOPES)
  await put(join(root, journalOf(otherHouse)))
  takePrinted()
  expect(await write(surroundings)).toBe(1)
  const told = takePrinted()
  expect(told).toContain(`${journalOf(otherHouse)}:1:1: this file can't be written: a `)
  expect(told).toContain(`${fix}, and run again\n\n1 fault; nothing was written`)
  expect(await disk.read(SCOPES)).toBeUndefined()
})

test('a run that another one overtakes begins anew', async () => {
  await write(surroundings)
  const [older, newer] = ['/older', '/newer'].map((path) =>
    acme.endpoints.replace('path: /authorize', `path: ${path}`),
  ) as [string, string]
  await disk.write(otherHouse.spec.endpoints, older)
  const other = diskAt(root)
  let once = true
  const overtaken: Disk = {
    ...disk,
    create: async (file, text) => {
      if (once) {
        once = false
        await other.write(otherHouse.spec.endpoints, newer)
        expect(await write({ ...surroundings, disk: other })).toBe(0)
        await other.write(otherHouse.spec.endpoints, acme.endpoints)
      }
      return disk.create(file, text)
    },
  }
  expect(await write({ ...surroundings, disk: overtaken })).toBe(0)
  expect(await read('client/generated/endpoints.ts')).toContain("path: '/authorize'")
  expect(await check(surroundings)).toBe(0)
})
