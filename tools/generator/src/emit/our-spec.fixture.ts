/** The spec of this repository, examples included. */
import { join } from 'node:path'
import { diskAt } from '../disk/disk.js'
import { house } from '../house/this-repository.js'
import { readInputs } from '../inputs/inputs.js'
import { loadSpec } from '../load/load.js'
import { loadOnce } from '../load/load-once.fixture.js'
import type { Model } from '../model/model.js'
import { modelOf } from '../model/model-of.js'
import type { Vector } from '../model/vector-list.js'
import { judgeVectors } from '../validate/examples/judge-vectors.js'
import { validate } from '../validate/validate.js'

/** The model of this repository's own spec. */
export function ourModel(): Promise<Model> {
  model ??= makeModel()
  return model
}

let model: Promise<Model> | undefined

async function makeModel(): Promise<Model> {
  const inputs = await readInputs(house, diskAt(join(import.meta.dirname, '../../../..')))
  const { files, schema } = inputs.vectors
  const examples = judgeVectors(files.map(loadOnce), schema && loadOnce(schema))
  return modelOf(validate(loadSpec(inputs, loadOnce), house), examples.lists)
}

/** Its examples of one kind. */
export function examplesOf({ vectors }: Model, name: string): readonly Vector[] {
  return vectors.find((list) => list.name === name)?.examples ?? []
}
