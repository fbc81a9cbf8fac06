/** Where the spec holds what an import asks about: a mark to take out, or else the entry. */
import { tableOf } from '../../collections/table.js'
import { load as loadAnew } from '../../load/load.js'
import { positionOf } from '../../report/text.js'
import type { Change } from '../../write/plan.js'
import { over, type SpecPlace } from './spec-texts.js'

/** The file, line and column of an operation, a family or a scope; `undefined` where the spec does not hold it. */
export type PlaceOf = (key: string) => string | undefined

/** Places in the spec as it is once the changes are made. */
export async function placesAfter(
  changes: readonly Change[],
  { house, disk, load = loadAnew }: SpecPlace,
): Promise<PlaceOf> {
  const { read } = over(changes, disk)
  const sourceOf = async (file: string) => load({ file, bytes: await read(file) }).source
  const [operations, scopes] = [await sourceOf(house.spec.operations), await sourceOf(house.spec.scopes)]
  const sections = [
    { source: operations, section: 'operations' },
    { source: scopes, section: 'families' },
    { source: scopes, section: 'scopes' },
  ]
  return (key) => {
    for (const { source, section } of sections) {
      const entries = tableOf(tableOf(source?.data)[section])
      if (!Object.hasOwn(entries, key)) continue
      const mark = Object.hasOwn(tableOf(entries[key]), 'guessed') ? ['guessed'] : []
      return source && positionOf(source.place([section, key, ...mark], 'key'))
    }
    return undefined
  }
}
