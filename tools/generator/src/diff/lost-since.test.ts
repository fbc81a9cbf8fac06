// A scope that was released is gone: generating itself says so, before the name is taken out of code.
import { expect, test } from 'vitest'
import { MemoryDisk } from '../disk/memory-disk.fixture.js'
import { otherHouse } from '../house/other-house.fixture.js'
import { makeOnce } from '../make-once.fixture.js'
import { isSame } from '../memory/bundle.js'
import { acme, filesOf } from '../spec/acme.fixture.js'
import type { PerPart } from '../spec/documents.js'
import { readInputs } from '../spec/inputs.js'
import type { Edit } from '../validate/faults.fixture.js'
import { edited, Workshop } from './diff.fixture.js'

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
