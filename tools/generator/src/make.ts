import { setImmediate } from 'node:timers/promises'
import type { ScopesNow } from './diff/lost/lost-since.js'
import type { Made } from './emit/made.js'
import type { Print } from './emit/typescript/press.js'
import type { House } from './house/house.js'
import { fingerprint, type Input, type Inputs } from './inputs/inputs.js'
import type { Load, Loaded } from './load/load.js'
import { type Fault, Faults } from './report/fault.js'
import { reusing } from './reuse/reusing.js'
import { RoundCache } from './reuse/round-cache.js'

/**
 * Makes all files from what was read: load ▸ validate ▸ model ▸ emit. No file is made of a spec
 * that lost a scope too early.
 *
 * @throws Faults with everything that is wrong.
 */
export type Maker = (inputs: Inputs, house: House) => Promise<Made>

/**
 * A maker that is used again reads only those files anew whose bytes changed, and does again only what reads these.
 *
 * @param press - starts what prints, before anything else.
 * @param load - reads a file; left out, whole.
 */
export function maker(press: () => Print | Promise<Print>, load?: Load): Maker {
  let steps: ReturnType<typeof stepsOf> | undefined
  return async (inputs, house) => {
    steps ??= stepsOf(press(), load)
    const { read, loadSpec, judge, lostScopes, inOrder, modelOf, emit, ...last } = await steps

    const spec = loadSpec(inputs, read)
    const { documents, known, scopes, faults } = judge(spec, house)
    const lost = scopes
      ? await lostScopes({ ...scopes, apiVersion: known.operations?.version }, inputs, house)
      : []

    const accepted = documents && lost.length === 0 ? inOrder(documents) : undefined
    const model = accepted && modelOf(accepted)
    const ofDocuments = model && emit(model, house)

    // While another thread prints, once it has all that it is to print, there is time for the examples, of which
    // nothing is printed, and for the schemas themselves.
    await setImmediate()
    const { vectors } = inputs
    const vectorSchema = vectors.schema && read(vectors.schema)
    const examples = last.judgeVectors([vectors.folder, vectorSchema, ...vectors.files.map(read)])
    last.forgetOthers()
    const ofRest = [
      ...last.faultsOfExamples({ ...known, ...examples }),
      ...last.faultsOfSchemas([...Object.values(spec.schemas), vectorSchema]),
    ]

    const isSound = documents && lost.length + ofRest.length === 0
    const untrue = isSound ? last.falseExamplesIn([examples.accepted, documents.operations]) : []
    const all = [...faults, ...lost, ...ofRest, ...untrue]
    if (!(accepted && model && ofDocuments) || all.length > 0) throw new Faults(all)
    const ofExamples = last.emitExamples({ ...model, vectors: last.examplesInOrder(examples.lists) }, house)
    const sources = { scopes: scopes?.source, operations: spec.documents.operations.source }
    return {
      files: (await Promise.all([ofDocuments, ofExamples])).flat(),
      guesses: () => last.guessesIn(accepted, sources),
    }
  }
}

/** The steps, imported once what prints has begun to load; those that take long keep what they made. */
async function stepsOf(print: Print | Promise<Print>, load: Load | undefined) {
  const [
    { loadSpec, load: loadWhole },
    { validator, faultsOfExamples, faultsOfSchemas },
    { judgeVectors },
    { falseExamplesIn },
    { inOrder },
    { examplesInOrder },
    { modeller },
    { guessesIn },
    { emitter },
    { outputs, outputsOfExamples },
  ] = await Promise.all([
    import('./load/load.js'),
    import('./validate/validate.js'),
    import('./validate/examples/judge-vectors.js'),
    import('./validate/examples/false-examples.js'),
    import('./model/in-order.js'),
    import('./model/examples-in-order.js'),
    import('./model/model-of.js'),
    import('./validate/guesses.js'),
    import('./emit/emit.js'),
    import('./emit/outputs.js'),
  ])
  const files = new RoundCache<Input, Loaded>(fingerprint)
  return {
    read: (input: Input) => files.get(input, load ?? loadWhole),
    forgetOthers: () => files.forgetOthers(),
    loadSpec,
    judge: validator(),
    lostScopes: lostSinceLastRelease(),
    inOrder,
    modelOf: modeller(),
    emit: emitter(outputs, async (module) => (await print)(module)),
    judgeVectors: reusing(
      ([folder, schema, ...vectors]: readonly [string | undefined, Loaded | undefined, ...Loaded[]]) =>
        judgeVectors(vectors, schema, folder),
    ),
    faultsOfExamples: reusing(faultsOfExamples),
    falseExamplesIn: reusing(falseExamplesIn),
    faultsOfSchemas: reusing(faultsOfSchemas),
    examplesInOrder,
    emitExamples: emitter(outputsOfExamples, async (module) => (await print)(module)),
    guessesIn,
  }
}

/** Before the first release nothing is lost, and nothing is loaded that would find it. */
function lostSinceLastRelease() {
  let release: Promise<import('./diff/lost/lost-since.js').LastRelease> | undefined
  return async (now: ScopesNow, { released }: Inputs, house: House): Promise<readonly Fault[]> => {
    if (released.bytes === undefined) return []
    release ??= import('./diff/lost/lost-since.js').then(({ LastRelease }) => new LastRelease())
    return (await release).faultsOf(now, released, house)
  }
}
