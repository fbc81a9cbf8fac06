import ts from 'typescript'
import { expect, test } from 'vitest'
import { MemoryDisk } from '../disk/memory-disk.fixture.js'
import { emitted } from '../emit/model.fixture.js'
import { families } from '../emit/scopes/families.js'
import { scopes } from '../emit/scopes/scopes.js'
import { otherHouse } from '../house/other-house.fixture.js'
import { Faults } from '../report/fault.js'
import { acme, filesOf } from '../spec/acme.fixture.js'
import { leadToSpec } from './lead.js'

const SPEC = 'client/built/spec/scopes.yaml'

/** A disk with the spec, and with what a compiler makes of the generated scopes. */
async function built(): Promise<MemoryDisk> {
  const disk = new MemoryDisk(filesOf(acme))
  const modules = { ...(await emitted(scopes)), ...(await emitted(families)) }
  for (const [path, text] of Object.entries(modules)) {
    const { outputText, sourceMapText } = ts.transpileDeclaration(text, {
      fileName: path,
      compilerOptions: { declarationMap: true },
    })
    const file = path.replace('client/generated', 'client/built/generated').replace(/ts$/, 'd.ts')
    disk.files.set(file, outputText).set(`${file}.map`, sourceMapText ?? '')
  }
  return disk
}

test('the spec is put beside the declarations, and every map of scopes ends there', async () => {
  const disk = await built()
  await leadToSpec(otherHouse, disk)
  expect(disk.files.get(SPEC)).toBe(acme.scopes)
  expect(disk.files.has('client/built/spec/schema/scopes.json')).toBe(true)
  const sources = [...disk.files]
    .filter(([file]) => file.endsWith('.map'))
    .map(([file, map]) => [
      file,
      JSON.parse(map).sources.filter((source: string) => source.endsWith('.yaml')),
    ])
  expect(Object.fromEntries(sources)).toEqual({
    'client/built/generated/scopes.d.ts.map': ['../spec/scopes.yaml'],
    'client/built/generated/families/box.d.ts.map': ['../../spec/scopes.yaml'],
    'client/built/generated/families/crate.d.ts.map': ['../../spec/scopes.yaml'],
    'client/built/generated/families/gift-card.d.ts.map': ['../../spec/scopes.yaml'],
    'client/built/generated/families/stamp.d.ts.map': ['../../spec/scopes.yaml'],
  })
})

test('done again it writes nothing', async () => {
  const disk = await built()
  expect(await leadToSpec(otherHouse, disk)).toHaveLength(7)
  expect(await leadToSpec(otherHouse, disk)).toEqual([])
})

test('declarations that are not built are told by name', async () => {
  const done = leadToSpec(otherHouse, new MemoryDisk(filesOf(acme)))
  await expect(done).rejects.toThrow('client/built/generated/scopes.d.ts is missing: build the package first')
})

test('a spec with faults is refused, and nothing is written', async () => {
  const disk = await built()
  disk.files.set(otherHouse.spec.scopes, '{}')
  await expect(leadToSpec(otherHouse, disk)).rejects.toThrow(Faults)
  expect(disk.touched).toEqual([])
})
