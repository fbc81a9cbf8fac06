import type { PerPart } from './documents.js'
import type { Print } from './emit/typescript/press.js'
import type { Maker } from './generate.js'
import type { Input } from './inputs.js'
import { Kept } from './kept.js'
import type { Loaded } from './load/load.js'

/**
 * load ▸ validate ▸ model ▸ emit. A maker that is used again reads only those files anew whose bytes changed, and
 * prints only the modules that differ.
 *
 * @param press starts what prints, before anything else.
 * @param read reads a file; left out, whole.
 */
export function maker(press: () => Print | Promise<Print>, read?: (input: Input) => Loaded): Maker {
  const loaded = new Kept<Input, Loaded>(({ file, bytes }) => `${file}\n${textOf(bytes)}`)
  const printed = new Kept<Parameters<Print>[0], Promise<string>>((module) => JSON.stringify(module))
  let print: Print | Promise<Print> | undefined
  return async ({ documents, schemas, vectors }, house) => {
    print ??= press()
    const [
      { load },
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
    const readFile = read ?? load
    const each = ({ endpoints, scopes, operations }: PerPart<Input>): PerPart<Loaded> => ({
      endpoints: loaded.get(endpoints, readFile),
      scopes: loaded.get(scopes, readFile),
      operations: loaded.get(operations, readFile),
    })
    const spec = { documents: each(documents), schemas: each(schemas) }
    const examples = judgeVectors(
      vectors.files.map((input) => loaded.get(input, readFile)),
      vectors.schema && loaded.get(vectors.schema, readFile),
    )
    loaded.forgetOthers()
    const ready = await print
    const files = await emit(
      modelOf(inOrder(validate(spec, house, examples.faults)), examplesInOrder(examples.lists)),
      house,
      (module) => printed.get(module, ready),
    )
    printed.forgetOthers()
    return files
  }
}

function textOf(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? '' : `:${Buffer.from(bytes).toString('latin1')}`
}
