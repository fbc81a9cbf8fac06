import { beforeEach, expect, test, vi } from 'vitest'
import { Workshop } from '../diff/diff.fixture.js'
import { otherHouse } from '../house/other-house.fixture.js'
import { loadOnce } from '../load/load-once.fixture.js'
import { document, newer, same } from './acme-document.fixture.js'
import { run } from './command.js'
import { fileWith } from './file-with.fixture.js'

// Each generates more than once, on a machine that may have much else to do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const CHANGESET = 'changes/spec.md'
const GENERATED = 'client/generated/operations.ts'

let workshop: Workshop
let file: string

beforeEach(async () => {
  workshop = new Workshop()
  await workshop.release('1.0.0')
  await bring(await fileWith(document(same, { version: '3.2.1' })))
  file = await fileWith(newer)
})

/** Imports a document, with all that follows: what was printed, and the files that were written. */
async function bring(file: string, ...words: readonly string[]) {
  const { disk } = workshop
  const before = new Map(disk.files)
  const printed: string[] = []
  const print = (text: string) => printed.push(text)
  const surroundings = { house: otherHouse, disk, engine: 'engine', print, load: loadOnce }
  const code = await run(['openapi', file, ...words], surroundings)
  const changed = [...disk.files.keys()].filter((path) => disk.files.get(path) !== before.get(path))
  return {
    code,
    printed: printed.join(''),
    changed: changed.filter((path) => !path.startsWith(otherHouse.memory)),
  }
}

test('an import generates the code and writes the changeset, and says what a person does next', async () => {
  const { code, printed, changed } = await bring(file)
  expect(code, printed).toBe(0)
  expect(changed).toEqual(
    expect.arrayContaining(['api/scopes.yaml', 'api/operations.yaml', GENERATED, CHANGESET]),
  )
  expect(workshop.read(GENERATED)).toContain('/rockets')
  expect(workshop.read(CHANGESET)).toContain('`GET /rockets` is new and takes `rocket:read`.')
  expect(printed).toMatch(
    /\nWrote api\/scopes\.yaml and api\/operations\.yaml\.\nGenerated: \d+ written, 0 removed, \d+ in all\.\nAnnounced: wrote changes\/spec\.md: minor, \d+ changes\n/,
  )
  expect(printed.trim().split('\n').slice(-2)).toEqual([
    'Next: where you answer in the spec what is to be decided, import this again.',
    'Next: look at the difference, and run "make reports".',
  ])
  expect((await workshop.diff('--check'))[0]).toBe(0)
})

test('a second import changes nothing, and one after an answer what follows from the answer', async () => {
  await bring(file)
  const again = await bring(file)
  expect(again).toMatchObject({ code: 0, changed: [] })
  expect(again.printed).toContain('it stays as it is.\nGenerated: all ')
  expect(again.printed).toContain('\nAnnounced: changes/spec.md says so already: minor, ')
  expect(again.printed).not.toContain('make reports')

  const scopes = workshop.read('api/scopes.yaml')
  workshop.disk.files.set('api/scopes.yaml', scopes.replace('things: your rocket', 'things: all that flies'))
  const { changed, printed } = await bring(file)
  expect(changed).toEqual(expect.arrayContaining(['reference/scopes.md', CHANGESET]))
  expect(changed).not.toContain('api/scopes.yaml')
  expect(workshop.read(CHANGESET)).toContain('See all that flies.')
  expect(printed).toMatch(/: it stays as it is\.\nGenerated: \d+ written/)
  expect(printed).not.toContain('nothing was written')
})

test('what follows can be left out, and a dry run writes none of it', async () => {
  expect((await bring(file, '--dry-run')).changed).toEqual([])
  const { changed, printed } = await bring(file, '--spec-only')
  expect(changed).toEqual(['api/scopes.yaml', 'api/operations.yaml'])
  expect(printed).toContain('\nNext: look at the difference, and run "make generated".\n')
})

test('a file that may not be written over stops what follows; once it is mended, an import goes on from there', async () => {
  await bring(file)
  const edited = workshop.read(CHANGESET).replace('is new', 'is quite new')
  workshop.disk.files.set(CHANGESET, edited)
  const stopped = await bring(file)
  expect(stopped.code).toBe(1)
  expect(stopped.printed).toContain(
    'Next: mend what follows here, and import this again.\n\nchanges/spec.md:',
  )
  expect(workshop.read(CHANGESET)).toBe(edited)

  workshop.disk.files.delete(CHANGESET)
  workshop.disk.files.set(GENERATED, '// by hand\n')
  const asJson = await bring(file, '--json')
  expect(asJson.code).toBe(1)
  expect(JSON.parse(asJson.printed)).toMatchObject({ generated: [], faults: [{ file: GENERATED }] })

  workshop.disk.files.delete(GENERATED)
  const mended = await bring(file, '--json')
  expect(JSON.parse(mended.printed)).toMatchObject({ files: [], generated: [GENERATED], faults: [] })
  expect(mended.changed.sort()).toEqual([CHANGESET, GENERATED].sort())
})
