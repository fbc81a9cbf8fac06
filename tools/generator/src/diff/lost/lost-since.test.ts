// A scope that was released is gone: generating itself says so, before the name is taken out of code.
import { expect, test } from 'vitest'
import { MemoryDisk } from '../../disk/memory-disk.fixture.js'
import type { House } from '../../house/house.js'
import { otherHouse } from '../../house/other-house.fixture.js'
import { isSame } from '../../inputs/bundle.js'
import { type Inputs, readInputs } from '../../inputs/inputs.js'
import { makeOnce } from '../../make-once.fixture.js'
import { Faults } from '../../report/fault.js'
import { acme, filesOf } from '../../spec/acme.fixture.js'
import type { PerPart } from '../../spec/documents.js'
import type { Edit } from '../../validate/faults.fixture.js'
import { edited, Workshop } from '../diff.fixture.js'

const current = edited(acme, [['scopes', ', retired: { declared: 1.0.0, removed: 2.0.0 }', '']])
const stamp = /\n {2}stamp: .*/.exec(current.scopes)?.[0] ?? ''
const without: Edit = ['scopes', stamp, '']

async function inputsAfter(spec: PerPart<string>, released: PerPart<string>, ...edits: readonly Edit[]) {
  const workshop = new Workshop(released)
  await workshop.release('1.0.0')
  const record = { [otherHouse.release.model]: workshop.read(otherHouse.release.model) }
  return readInputs(otherHouse, new MemoryDisk({ ...filesOf(edited(spec, edits)), ...record }))
}

test('a released scope that is taken out is a fault with its place and the lines to paste', async () => {
  const inputs = await inputsAfter(current, current, without)
  await expect(makeOnce(inputs, otherHouse)).rejects.toMatchObject({
    faults: [
      {
        rule: 'diff/lost-scope',
        place: { file: 'api/scopes.yaml' },
        fix: expect.stringMatching(
          /put back under families: stamp: .*; or say that it is meant: dropped: \["stamp:read"\]$/,
        ),
      },
    ],
  })
})

test.each<[string, Edit]>([
  ['deprecated', ['scopes', stamp, stamp.replace(' }', ', retired: { declared: 1.0.0, removed: 2.0.0 } }')]],
  ['dropped on purpose', ['scopes', stamp, '']],
])('one that is %s is none', async (how, edit) => {
  const drop: Edit = ['scopes', '\nfamilies:', '\ndropped: ["stamp:read"]\nfamilies:']
  const inputs = await inputsAfter(current, current, edit, ...(how === 'deprecated' ? [] : [drop]))
  expect((await makeOnce(inputs, otherHouse)).files.length).toBeGreaterThan(10)
})

test('nor is one that was deprecated for a release, or was never released', async () => {
  const gone: Edit = ['scopes', /\n {2}stamp: .*/.exec(acme.scopes)?.[0] ?? '', '']
  expect((await makeOnce(await inputsAfter(acme, acme, gone), otherHouse)).files.length).toBeGreaterThan(10)
  const never = await readInputs(otherHouse, new MemoryDisk(filesOf(edited(current, [without]))))
  expect((await makeOnce(never, otherHouse)).files.length).toBeGreaterThan(10)
})

test('a run that is remembered from before a release is not believed after it', async () => {
  const [before, after] = [
    await readInputs(otherHouse, new MemoryDisk(filesOf(current))),
    await inputsAfter(current, current),
  ]
  expect(isSame(before.parts, after.parts)).toBe(false)
})

/** The rules that were broken, each once. */
async function broken(inputs: Inputs, house: House = otherHouse): Promise<readonly string[]> {
  const refusal: unknown = await makeOnce(inputs, house).catch((error: unknown) => error)
  if (!(refusal instanceof Faults)) throw new Error('nothing was wrong')
  return [...new Set(refusal.faults.map(({ rule }) => rule))].sort()
}

test.each<[string, Edit, string]>([
  [
    'what still asks for it',
    ['operations', "recorded: 'box:write'", "recorded: 'stamp:read'"],
    'no-unknown-scope-in-operation',
  ],
  ['the schema of another file', ['endpoints', 'method: POST', 'method: PUSH'], 'schema/value'],
  ['a file that is no YAML', ['operations', 'operations:', 'operations: ['], 'load/missing-char'],
])('it is told beside %s', async (_, edit, rule) => {
  expect(await broken(await inputsAfter(current, current, without, edit))).toEqual(['diff/lost-scope', rule])
})

test('it is told beside the examples, and so is a record that somebody edited', async () => {
  const house = { ...otherHouse, vectors: { folder: 'api/vectors', schema: 'api/vectors.schema.json' } }
  const inputs = await inputsAfter(current, current, without)
  const withoutExamples = { ...inputs, vectors: { ...inputs.vectors, folder: house.vectors.folder } }
  expect(await broken(withoutExamples, house)).toEqual(['diff/lost-scope', 'load/no-examples'])
  const released = { ...inputs.released, bytes: new TextEncoder().encode('{}') }
  expect(await broken({ ...withoutExamples, released }, house)).toEqual([
    'diff/release-edited',
    'load/no-examples',
  ])
})

test('of scopes that their own schema refuses nothing is said to be lost', async () => {
  const slip: Edit = ['scopes', 'folded:\n', 'folded:\n  stamp: { onto: box }\n']
  expect(await broken(await inputsAfter(current, current, without, slip))).not.toContain('diff/lost-scope')
})
