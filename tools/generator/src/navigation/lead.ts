/**
 * Leads editors from the built declarations of the scopes to the spec. In the repository their maps end in the
 * spec itself, which a maintainer edits; in a package in a copy, which is put beside them for as long as it is
 * packed. It runs after the compiler, and again leaves everything as it is.
 */
import { posix } from 'node:path'
import type { Disk } from '../disk/disk.js'
import { familiesWithModule, familyFile } from '../emit/scopes/families.js'
import type { House } from '../house/house.js'
import { readInputs } from '../inputs/inputs.js'
import { loadSpec } from '../load/load.js'
import type { Path } from '../load/source.js'
import { readScopes } from '../model/read-scopes.js'
import type { ScopeModel } from '../model/scope-model.js'
import { validate } from '../validate/validate.js'
import { declarationMap } from './declaration-map.js'

/** Where the declarations are read: where they were built, or in a package made of them. */
export type Reader = 'repository' | 'package'

/**
 * Writes what differs, and gives the paths of what it wrote.
 *
 * @throws Faults when something is wrong with the spec; an Error when the declarations have not been built.
 */
export async function leadToSpec(house: House, disk: Disk, reader: Reader): Promise<readonly string[]> {
  const { navigation } = house
  const loaded = loadSpec(await readInputs(house, disk))
  const { scopes } = validate(loaded, house)
  const copied = reader === 'package'
  const spec = copied ? navigation.spec : house.spec.scopes
  const files = copied
    ? [
        { path: navigation.spec, text: await textOf(house.spec.scopes, disk) },
        { path: navigation.schema, text: await textOf(house.schemas.scopes, disk) },
      ]
    : []
  for (const { file, pathOf } of modulesOf(readScopes(scopes))) {
    const path = `${navigation.declarations}/${file}`
    const text = declarationMap(
      await textOf(path, disk),
      await textOf(`${path}.map`, disk),
      posix.relative(posix.dirname(path), spec),
      (constant) => {
        const place = pathOf(constant)
        return place && loaded.documents.scopes.source?.place(place, 'key')
      },
    )
    files.push({ path: `${path}.map`, text })
  }
  if (!copied) {
    // Nothing leads to the copies any more, and they would not change with the spec.
    for (const copy of [navigation.spec, navigation.schema]) await disk.remove(copy)
  }
  const written: string[] = []
  for (const { path, text } of files) {
    if (text === (await textAt(path, disk))) continue
    await disk.write(path, text)
    written.push(path)
  }
  return written
}

/** A module of scopes, and what brought each of its constants about. */
interface ScopeModule {
  readonly file: string
  pathOf(constant: string): Path | undefined
}

function modulesOf(model: ScopeModel): readonly ScopeModule[] {
  const { families, folded, singles, wildcard } = model
  const paths = new Map<string | undefined, Path>([
    ...families.map(({ id, name }) => [name, ['families', id]] as const),
    ...folded.map(({ id, name }) => [name, ['folded', id]] as const),
    ...singles.map(({ text, name }) => [name, ['scopes', text]] as const),
    ...(wildcard ? [[wildcard.name, ['wildcard']] as const] : []),
  ])
  return [
    { file: 'scopes.d.ts', pathOf: (constant) => paths.get(constant) },
    ...familiesWithModule(model).map((family) => ({
      file: `families/${familyFile(family)}.d.ts`,
      pathOf: () => [families.some(({ id }) => id === family.id) ? 'families' : 'folded', family.id],
    })),
  ]
}

async function textOf(file: string, disk: Disk): Promise<string> {
  const text = await textAt(file, disk)
  if (text === undefined) throw new Error(`${file} is missing: build the package first`)
  return text
}

async function textAt(file: string, disk: Disk): Promise<string | undefined> {
  const bytes = await disk.read(file)
  return bytes && new TextDecoder().decode(bytes)
}
