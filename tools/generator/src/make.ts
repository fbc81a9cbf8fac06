import type { LastRelease } from './diff/lost-since.js'
import type { Print } from './emit/typescript/press.js'
import type { House } from './house/house.js'
import type { Load, Loaded } from './load/load.js'
import { RoundCache } from './memory/round-cache.js'
import { Faults } from './report/fault.js'
import { fingerprint, type Input, type Inputs } from './spec/inputs.js'
import type { TextFile } from './write/plan.js'

/** Makes all files from what was read: load ▸ validate ▸ model ▸ emit. No file is made of a spec that lost a scope too early. */
export type Maker = (inputs: Inputs, house: House) => Promise<readonly TextFile[]>

/**
 * load ▸ validate ▸ model ▸ emit. A maker that is used again reads only those files anew whose bytes changed, and
 * prints only the modules that differ.
 *
 * @param press starts what prints, before anything else.
 * @param read reads a file; left out, whole.
 */
export function maker(press: () => Print | Promise<Print>, read?: Load): Maker {
  const loaded = new RoundCache<Input, Loaded>(fingerprint)
  const printed = new RoundCache<Parameters<Print>[0], Promise<string>>((module) => JSON.stringify(module))
  let print: Print | Promise<Print> | undefined
  let lastRelease: LastRelease | undefined
  return async ({ documents, schemas, vectors, released }, house) => {
    print ??= press()
    const [
      { load, loadSpec },
      { validate },
      { judgeVectors },
      { inOrder },
      { examplesInOrder },
      { modelOf },
      { emit },
    ] = await Promise.all([
      import('./load/load.js'),
      import('./validate/validate.js'),
      import('./validate/judge-vectors.js'),
      import('./model/in-order.js'),
      import('./model/examples-in-order.js'),
      import('./model/model-of.js'),
      import('./emit/emit.js'),
    ])
    const readFile = (input: Input) => loaded.get(input, read ?? load)
    const spec = loadSpec({ documents, schemas }, readFile)
    const examples = judgeVectors(vectors.files.map(readFile), vectors.schema && readFile(vectors.schema))
    loaded.forgetOthers()
    const accepted = inOrder(validate(spec, house, examples))
    const model = modelOf(accepted, examplesInOrder(examples.lists))
    const { source } = spec.documents.scopes
    if (released.bytes !== undefined && source !== undefined) {
      const { LastRelease } = await import('./diff/lost-since.js')
      lastRelease ??= new LastRelease()
      const lost = lastRelease.lostIn({ model, document: accepted.scopes, source }, released, house)
      if (lost.length > 0) throw new Faults(lost)
    }
    const ready = await print
    const files = await emit(model, house, (module) => printed.get(module, ready))
    printed.forgetOthers()
    return files
  }
}
