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

/** The YAML that each map ends in. */
function yamlOf(disk: MemoryDisk): Record<string, string> {
  const maps = [...disk.files].filter(([file]) => file.endsWith('.map'))
  return Object.fromEntries(
    maps.map(([file, map]) => [
      file.replace('client/built/generated/', ''),
      JSON.parse(map)
        .sources.filter((source: string) => source.endsWith('.yaml'))
        .join(),
    ]),
  )
}

test('in the repository every map of scopes ends in the spec itself, and no copy is made', async () => {
  const disk = await built()
  await leadToSpec(otherHouse, disk, 'repository')
  expect(disk.files.has(SPEC)).toBe(false)
  expect(yamlOf(disk)).toEqual({
    'scopes.d.ts.map': `../../../${otherHouse.spec.scopes}`,
    'families/box.d.ts.map': `../../../../${otherHouse.spec.scopes}`,
    'families/crate.d.ts.map': `../../../../${otherHouse.spec.scopes}`,
    'families/gift-card.d.ts.map': `../../../../${otherHouse.spec.scopes}`,
    'families/stamp.d.ts.map': `../../../../${otherHouse.spec.scopes}`,
  })
})

test('for a package the spec is put beside the declarations, and every map of scopes ends there', async () => {
  const disk = await built()
  await leadToSpec(otherHouse, disk, 'package')
  expect(disk.files.get(SPEC)).toBe(acme.scopes)
  expect(disk.files.has('client/built/spec/schema/scopes.json')).toBe(true)
  expect(yamlOf(disk)).toEqual({
    'scopes.d.ts.map': '../spec/scopes.yaml',
    'families/box.d.ts.map': '../../spec/scopes.yaml',
    'families/crate.d.ts.map': '../../spec/scopes.yaml',
    'families/gift-card.d.ts.map': '../../spec/scopes.yaml',
    'families/stamp.d.ts.map': '../../spec/scopes.yaml',
  })
})

test('done again it writes nothing, and after packing the maps are as they were and the copies gone', async () => {
  const disk = await built()
  expect(await leadToSpec(otherHouse, disk, 'repository')).toHaveLength(5)
  expect(await leadToSpec(otherHouse, disk, 'repository')).toEqual([])
  const before = new Map(disk.files)
  expect(await leadToSpec(otherHouse, disk, 'package')).toHaveLength(7)
  expect(await leadToSpec(otherHouse, disk, 'package')).toEqual([])
  expect(await leadToSpec(otherHouse, disk, 'repository')).toHaveLength(5)
  expect(disk.files).toEqual(before)
})

test('declarations that are not built are told by name', async () => {
  const done = leadToSpec(otherHouse, new MemoryDisk(filesOf(acme)), 'repository')
  await expect(done).rejects.toThrow('client/built/generated/scopes.d.ts is missing: build the package first')
})

test('a spec with faults is refused, and nothing is written', async () => {
  const disk = await built()
  disk.files.set(otherHouse.spec.scopes, '{}')
  await expect(leadToSpec(otherHouse, disk, 'package')).rejects.toThrow(Faults)
  expect(disk.touched).toEqual([])
})
