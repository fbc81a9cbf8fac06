import { MemoryDisk } from '../disk/memory-disk.fixture.js'
import { otherHouse } from '../house/other-house.fixture.js'
import { readInputs } from '../inputs/inputs.js'
import { loadSpec } from '../load/load.js'
import { loadOnce } from '../load/load-once.fixture.js'
import type { Model } from '../model/model.js'
import { modelOf } from '../model/model-of.js'
import { acme, filesOf } from '../spec/acme.fixture.js'
import type { PerPart } from '../spec/documents.js'
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
  return modelOf(validate(loadSpec(inputs, loadOnce), otherHouse))
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
      typeof content === 'string'
        ? content
        : 'value' in content
          ? asJson(content.value)
          : printer.print(content),
    ]),
  )
}

function asJson(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}

/** A JSON document that an emitter makes of a model, as a reader of it sees it. */
export function jsonOf(emitter: Emitter, model: Model, path?: string) {
  const output = emitter(model, otherHouse).find((candidate) => path === undefined || candidate.path === path)
  const content = output?.content ?? ''
  if (typeof content === 'string' || !('value' in content)) throw new Error(`${path} is no JSON document`)
  return JSON.parse(asJson({ [content.mark]: 'words', ...content.value }))
}

/** One declaration as text. */
export function printed(declaration: Declaration): string {
  return printer.print({ imports: [], declarations: [declaration] })
}
