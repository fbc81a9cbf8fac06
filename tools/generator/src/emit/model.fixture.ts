import { acme, filesOf } from '../acme.fixture.js'
import type { PerPart } from '../documents.js'
import { otherHouse } from '../house.fixture.js'
import { readInputs } from '../inputs.js'
import { loadSpec } from '../load/load.js'
import { MemoryDisk } from '../memory-disk.fixture.js'
import type { Model } from '../model/model.js'
import { modelOf } from '../model/model-of.js'
import { validate } from '../validate/validate.js'
import type { Emitter } from './output.js'
import type { Declaration } from './typescript/declarations.js'
import { ModulePrinter } from './typescript/print.js'

const printer = new ModulePrinter()

const models = new Map<PerPart<string>, Promise<Model>>()

/** The model of a spec in the other house. */
export function modelFrom(spec: PerPart<string> = acme): Promise<Model> {
  const known = models.get(spec) ?? makeModel(spec)
  models.set(spec, known)
  return known
}

async function makeModel(spec: PerPart<string>): Promise<Model> {
  const inputs = await readInputs(otherHouse, new MemoryDisk(filesOf(spec)))
  return modelOf(validate(loadSpec(inputs), otherHouse))
}

/** The texts that an emitter makes of a spec, by their paths in the other house. */
export async function emitted(
  emitter: Emitter,
  spec: PerPart<string> = acme,
): Promise<Record<string, string>> {
  const outputs = emitter(await modelFrom(spec), otherHouse)
  return Object.fromEntries(
    outputs.map(({ path, content }) => [
      path,
      typeof content === 'string' ? content : printer.print(content),
    ]),
  )
}

/** One declaration as text. */
export function printed(declaration: Declaration): string {
  return printer.print({ imports: [], declarations: [declaration] })
}
