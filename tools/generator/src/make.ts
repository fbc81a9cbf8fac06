import type { PerPart } from './documents.js'
import type { Print } from './emit/typescript/press.js'
import type { Maker } from './generate.js'
import type { Input } from './inputs.js'
import type { Loaded } from './load/load.js'

/**
 * load ▸ validate ▸ model ▸ emit. A maker that is used again reads only those files anew whose bytes changed, and
 * prints only the modules that differ.
 *
 * @param press starts what prints, before anything else.
 */
export function maker(press: () => Print | Promise<Print>): Maker {
  const loaded = new Kept<Input, Loaded>(({ file, bytes }) => `${file}\n${textOf(bytes)}`)
  const printed = new Kept<Parameters<Print>[0], Promise<string>>((module) => JSON.stringify(module))
  let print: Print | Promise<Print> | undefined
  return async ({ documents, schemas, vectors }, house) => {
    print ??= press()
    const [{ load }, { validate }, { judgeVectors }, { inOrder }, { modelOf }, { emit }] = await Promise.all([
      import('./load/load.js'),
      import('./validate/validate.js'),
      import('./validate/judge-vectors.js'),
      import('./model/in-order.js'),
      import('./model/model-of.js'),
      import('./emit/emit.js'),
    ])
    const each = ({ endpoints, scopes, operations }: PerPart<Input>): PerPart<Loaded> => ({
      endpoints: loaded.get(endpoints, load),
      scopes: loaded.get(scopes, load),
      operations: loaded.get(operations, load),
    })
    const spec = { documents: each(documents), schemas: each(schemas) }
    const examples = judgeVectors(
      vectors.files.map((input) => loaded.get(input, load)),
      vectors.schema && loaded.get(vectors.schema, load),
    )
    loaded.forgetOthers()
    const ready = await print
    const files = await emit(
      modelOf(inOrder(validate(spec, house, examples.faults)), examples.lists),
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

/** What was made of values, until a round in which they were not asked for. */
class Kept<V, R> {
  readonly #keyOf: (value: V) => string
  #last: ReadonlyMap<string, R> = new Map()
  #now = new Map<string, R>()

  constructor(keyOf: (value: V) => string) {
    this.#keyOf = keyOf
  }

  get(value: V, make: (value: V) => R): R {
    const key = this.#keyOf(value)
    const made = this.#now.get(key) ?? this.#last.get(key) ?? make(value)
    this.#now.set(key, made)
    return made
  }

  forgetOthers(): void {
    this.#last = this.#now
    this.#now = new Map()
  }
}
