import { Ajv, type SchemaObject } from 'ajv'
import type { Source } from '../load/source.js'
import { type Fault, wholeFile } from '../report/fault.js'
import { type ErrorsBy, withoutBranches } from './schema-branches.js'
import { complaintsOf, type SchemaComplaint } from './schema-complaints.js'

/** What a JSON Schema says of a document: that it is of the type, or why not. */
export type Judged<T> =
  | { readonly accepted: true; readonly document: T }
  | { readonly accepted: false; readonly complaints: readonly SchemaComplaint[] }

/**
 * Judges a document by its schema.
 *
 * @throws SchemaFault when the schema itself is of no use.
 */
export function judge<T>({ data }: Source, schema: Source): Judged<T> {
  const root = schemaOf(schema)
  const validate = guarded(schema.file, () => new Ajv(options).compile<T>(root))
  if (validate(data)) return { accepted: true, document: data }
  const errorsBy = partJudge(root)
  return { accepted: false, complaints: complaintsOf(withoutBranches(validate.errors ?? [], errorsBy), root) }
}

const options = { allErrors: true, verbose: true, strict: true, strictRequired: false } as const

/** Judges by a part of the schema; a part need not say again what the whole says. */
function partJudge({ definitions, $defs }: SchemaObject): ErrorsBy {
  const ajv = new Ajv({ ...options, strict: false })
  return (part, value) => {
    const validate = ajv.compile({
      ...(definitions && { definitions }),
      ...($defs && { $defs }),
      allOf: [part],
    })
    return validate(value) ? [] : (validate.errors ?? [])
  }
}

/** A schema that isn't one. */
export class SchemaFault extends Error {
  override readonly name = 'SchemaFault'
  readonly fault: Fault

  constructor(file: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    super(reason, { cause })
    this.fault = {
      place: wholeFile(file),
      wrong: `this is no JSON Schema: ${reason}`,
      fix: 'correct the schema',
    }
  }
}

function guarded<R>(file: string, compile: () => R): R {
  try {
    return compile()
  } catch (error) {
    throw new SchemaFault(file, error)
  }
}

function schemaOf({ file, data }: Source): SchemaObject {
  return guarded(file, () => {
    if (typeof data !== 'object' || data === null || Array.isArray(data))
      throw new TypeError('it must be an object')
    return { ...data }
  })
}
