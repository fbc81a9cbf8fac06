import { Ajv, type SchemaObject, type ValidateFunction } from 'ajv'
import { oncePer } from '../../collections/once-per.js'
import type { Source } from '../../load/source.js'
import { type Fault, wholeFile } from '../../report/fault.js'
import { type ErrorsBy, withoutBranches } from './schema-branches.js'
import type { SchemaComplaint } from './schema-complaint.js'
import { complaintsOf } from './schema-complaints.js'

/** What a JSON Schema says of a document: that it is of the type, or why not. */
export type Judged<T> =
  | { readonly accepted: true; readonly document: T }
  | {
      readonly accepted: false
      readonly complaints: readonly SchemaComplaint[]
      /** Judges the document again after it was patched. */
      accept(data: unknown): T | undefined
    }

/**
 * Judges a document by its schema.
 *
 * @throws SchemaFault when the schema itself is of no use.
 */
export function judge<T>({ data }: Source, schema: Source): Judged<T> {
  const { root, quick } = judgesOf(schema)
  const accepts = compiled<T>(quick, root, schema.file)
  if (accepts(data)) return { accepted: true, document: data }
  refuseUnsound(schema.file, root)
  const { ajv, byPart } = thoroughOf(root)
  const validate = ajv.compile<T>(root)
  validate(data)
  const found = validate.errors ?? []
  const errors = withoutBranches(found, byPart)
  const conditions = found.filter(({ keyword }) => keyword === 'if')
  return {
    accepted: false,
    complaints: complaintsOf(errors, root, conditions),
    accept: (patched) => (validate(patched) ? patched : undefined),
  }
}

const options = { allErrors: true, verbose: true, strict: true, strictRequired: false } as const

interface Judges {
  readonly root: SchemaObject
  /** Says yes or no: a thorough judge takes twice as long to make, and only faults need one. */
  readonly quick: Ajv
}

interface Thorough {
  /** Says all that is wrong. */
  readonly ajv: Ajv
  readonly byPart: ErrorsBy
}

/**
 * Judges keep what they compiled, so a schema that says what one said before costs
 * nothing, wherever it was read.
 */
const judgesBySchema = new Map<string, Judges>()

/** So many schemas are kept: whoever watches one being written makes a new one with each save. */
const KEPT = 16

function judgesOf(schema: Source): Judges {
  const key = JSON.stringify(schema.data)
  const known = judgesBySchema.get(key)
  if (known !== undefined) return known
  const root = schemaOf(schema)
  const strictly = { strict: true, strictRequired: false, validateSchema: false, meta: false } as const
  const judges: Judges = {
    root,
    quick: new Ajv({ ...strictly, messages: false, code: { optimize: false } }),
  }
  const [oldest] = judgesBySchema.keys()
  if (oldest !== undefined && judgesBySchema.size >= KEPT) judgesBySchema.delete(oldest)
  judgesBySchema.set(key, judges)
  return judges
}

/** Kept by schema, as only a document with a fault asks for it. */
const thoroughOf = oncePer(
  (root: SchemaObject): Thorough => ({
    ajv: new Ajv({ ...options, validateSchema: false, meta: false }),
    byPart: partJudge(root),
  }),
)

/**
 * Judges by a part of the schema; a part need not say again what the whole says. Each part is compiled once.
 */
function partJudge({ definitions, $defs }: SchemaObject): ErrorsBy {
  const ajv = new Ajv({ ...options, strict: false })
  const compiled = new Map<unknown, ValidateFunction>()
  return (part, value) => {
    const validate =
      compiled.get(part) ??
      ajv.compile({ ...(definitions && { definitions }), ...($defs && { $defs }), allOf: [part] })
    compiled.set(part, validate)
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
      rule: 'schema/no-schema',
      place: wholeFile(file),
      wrong: `this is no JSON Schema: ${reason}`,
      fix: 'correct the schema',
    }
  }
}

function compiled<T>(ajv: Ajv, root: SchemaObject, file: string): ValidateFunction<T> {
  try {
    return ajv.compile<T>(root)
  } catch (error) {
    refuseUnsound(file, root)
    throw new SchemaFault(file, error)
  }
}

/**
 * What is wrong with a schema that a document was accepted by: compiling one does not find all. It takes as long as
 * judging a document, so it is for when there is time.
 */
export function faultsOfSchema(schema: Source): readonly Fault[] {
  try {
    refuseUnsound(schema.file, judgesOf(schema).root)
    return []
  } catch (error) {
    if (!(error instanceof SchemaFault)) throw error
    return [error.fault]
  }
}

function refuseUnsound(file: string, root: SchemaObject): void {
  const reason = unsoundnessOf(root)
  if (reason !== undefined) throw new SchemaFault(file, reason)
}

/** Judges schemas, once for all that are read. */
const ofSchemas = new Ajv({ code: { optimize: false } })

const unsoundnessOf = oncePer((root: SchemaObject): unknown => {
  try {
    ofSchemas.validateSchema(root, true)
    return undefined
  } catch (error) {
    return error
  }
})

function schemaOf({ file, data }: Source): SchemaObject {
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new SchemaFault(file, 'it must be an object')
  return { ...data }
}
