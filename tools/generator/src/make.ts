import { setImmediate } from 'node:timers/promises'
import type { LastRelease } from './diff/lost-since.js'
import type { Print } from './emit/typescript/press.js'
import type { House } from './house/house.js'
import type { Load, Loaded } from './load/load.js'
import { reusing } from './memory/reusing.js'
import { RoundCache } from './memory/round-cache.js'
import { type Aside, Faults } from './report/fault.js'
import { fingerprint, type Input, type Inputs } from './spec/inputs.js'
import type { TextFile } from './write/plan.js'

/**
 * Makes all files from what was read: load ▸ validate ▸ model ▸ emit. No file is made of a spec
 * that lost a scope too early.
 */
export type Maker = (inputs: Inputs, house: House) => Promise<Made>

export interface Made {
  readonly files: readonly TextFile[]
  /** What the spec marks as a guess; finding the places takes a while. */
  guesses(): readonly Aside[]
}

/**
 * load ▸ validate ▸ model ▸ emit. A maker that is used again reads only those files anew whose bytes changed,
 * and does again only what reads these.
 *
 * @param press starts what prints, before anything else.
 * @param read reads a file; left out, whole.
 */
export function maker(press: () => Print | Promise<Print>, read?: Load): Maker {
  const loaded = new RoundCache<Input, Loaded>(fingerprint)
  let print: Print | Promise<Print> | undefined
  let steps: Awaited<ReturnType<typeof stepsOf>> | undefined
  let lastRelease: LastRelease | undefined
  return async ({ documents, schemas, vectors, released }, house) => {
    print ??= press()
    steps ??= await stepsOf(print)
    const { load, loadSpec, judgeVectors, validate, inOrder, modelOf, examplesInOrder, guessesIn } = steps
    const { emit, emitExamples, faultsOfExamples, faultsOfSchemas } = steps
    const readFile = (input: Input) => loaded.get(input, read ?? load)
    const spec = loadSpec({ documents, schemas }, readFile)
    const vectorSchema = vectors.schema && readFile(vectors.schema)
    const examples = () => {
      const judged = judgeVectors([vectors.folder, vectorSchema, ...vectors.files.map(readFile)])
      loaded.forgetOthers()
      return judged
    }
    const accepted = inOrder(validate(spec, house, examples))
    const model = modelOf(accepted)
    const { source } = spec.documents.scopes
    if (released.bytes !== undefined && source !== undefined) {
      const { LastRelease } = await import('./diff/lost-since.js')
      lastRelease ??= new LastRelease()
      const lost = lastRelease.lostIn({ model, document: accepted.scopes, source }, released, house)
      if (lost.length > 0) throw new Faults(lost)
    }
    const sources = { scopes: source, operations: spec.documents.operations.source }
    const guesses = () => guessesIn(accepted, sources)
    const ofDocuments = emit(model, house)
    // While another thread prints, once it has all that it is to print, there is time for the examples, of which
    // nothing is printed, and for the schemas themselves.
    const ofExamples = setImmediate().then(async () => {
      const { lists, ...judged } = examples()
      const faults = [
        ...faultsOfExamples({ ...accepted, ...judged }),
        ...faultsOfSchemas([...Object.values(spec.schemas), vectorSchema]),
      ]
      if (faults.length > 0) throw new Faults(faults)
      return emitExamples({ ...model, vectors: examplesInOrder(lists) }, house)
    })
    const files = (await Promise.all([ofDocuments, ofExamples])).flat()
    return { files, guesses }
  }
}

/** The steps, imported once what prints has begun to load; those that take long keep what they made. */
async function stepsOf(print: Print | Promise<Print>) {
  const [
    load,
    { validator, faultsOfExamples },
    { faultsOfSchema },
    { judgeVectors },
    { inOrder },
    { examplesInOrder },
    { modeller },
    { guessesIn },
    { emitter },
    { outputs, outputsOfExamples },
  ] = await Promise.all([
    import('./load/load.js'),
    import('./validate/validate.js'),
    import('./validate/schema/quick-judges.js'),
    import('./validate/examples/judge-vectors.js'),
    import('./model/in-order.js'),
    import('./model/examples-in-order.js'),
    import('./model/model-of.js'),
    import('./spec/guesses.js'),
    import('./emit/emit.js'),
    import('./emit/outputs.js'),
  ])
  return {
    ...load,
    inOrder,
    examplesInOrder,
    guessesIn,
    judgeVectors: reusing(
      ([folder, schema, ...files]: readonly [string | undefined, Loaded | undefined, ...Loaded[]]) =>
        judgeVectors(files, schema, folder),
    ),
    validate: validator(),
    faultsOfSchemas: reusing((schemas: readonly (Loaded | undefined)[]) =>
      schemas.flatMap((schema) => (schema?.source ? faultsOfSchema(schema.source) : [])),
    ),
    modelOf: modeller(),
    emit: emitter(outputs, async (module) => (await print)(module)),
    emitExamples: emitter(outputsOfExamples, async (module) => (await print)(module)),
    faultsOfExamples: reusing(faultsOfExamples),
  }
}
