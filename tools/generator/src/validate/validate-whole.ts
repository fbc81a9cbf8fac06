/** The spec, judged once with its examples and its schemas, as whoever generates from it will. */
import type { House } from '../house/house.js'
import type { Inputs } from '../inputs/inputs.js'
import { type Load, load as loadAnew, loadSpec } from '../load/load.js'
import { Faults } from '../report/fault.js'
import type { Documents } from '../spec/documents.js'
import { judgeVectors } from './examples/judge-vectors.js'
import { faultsOfExamples, faultsOfSchemas, type LoadedSpec, validator } from './validate.js'

/** A spec in which nothing is at fault. */
export interface Sound {
  readonly documents: Documents
  readonly spec: LoadedSpec
}

/**
 * Loads and judges everything that was read.
 *
 * @throws Faults when anything is at fault.
 */
export function validateWhole(inputs: Inputs, house: House, load: Load = loadAnew): Sound {
  const spec = loadSpec(inputs, load)
  const { documents, known, faults } = validator()(spec, house)
  const { folder, files, schema } = inputs.vectors
  const vectorSchema = schema && load(schema)
  const examples = judgeVectors(files.map(load), vectorSchema, folder)
  const all = [
    ...faults,
    ...faultsOfExamples({ ...known, ...examples }),
    ...faultsOfSchemas([...Object.values(spec.schemas), vectorSchema]),
  ]
  if (documents === undefined || all.length > 0) throw new Faults(all)
  return { documents, spec }
}
