import { createRequire } from 'node:module'
import type { Ajv, SchemaObject, ValidateFunction } from 'ajv'
import type { Source } from '../../load/source.js'
import { hashOf } from '../../memory/hash-of.js'
import { oncePer } from '../../memory/once-per.js'
import { type Fault, wholeFile } from '../../report/fault.js'
import { type Judge, keepJudge, keptJudge } from './kept-judges.js'
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
  const { root, accepts } = judgesOf(schema)
  if (isOf<T>(data, accepts)) return { accepted: true, document: data }
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

function isOf<T>(data: unknown, accepts: Judge): data is T {
  return accepts(data)
}

const require = createRequire(import.meta.url)

/** Loads ajv, which a run whose judges were kept never needs. */
const newAjv = (options: ConstructorParameters<typeof Ajv>[0]): Ajv => {
  const ajv: typeof import('ajv') = require('ajv')
  return new ajv.Ajv(options)
}

/** All that is wrong is said. */
const thoroughly = { allErrors: true, verbose: true, strict: true, strictRequired: false } as const

/** Yes or no: making a thorough judge takes twice as long, and only faults need one. */
const quickly = {
  strict: true,
  strictRequired: false,
  validateSchema: false,
  meta: false,
  messages: false,
  code: { optimize: false, source: true },
} as const

interface Judges {
  readonly root: SchemaObject
  readonly accepts: Judge
  /** Keeps the judge for later runs, once the schema is known to be sound; one that was kept is not kept again. */
  readonly keep?: () => void
}

interface Thorough {
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
  const key = textOf(schema)
  const known = judgesBySchema.get(key)
  if (known !== undefined) return known
  const judges = newJudges(schema, key)
  const [oldest] = judgesBySchema.keys()
  if (oldest !== undefined && judgesBySchema.size >= KEPT) judgesBySchema.delete(oldest)
  judgesBySchema.set(key, judges)
  return judges
}

function newJudges(schema: Source, text: string): Judges {
  const root = schemaOf(schema)
  const of = hashOf([require('ajv/package.json').version, JSON.stringify(quickly), text])
  const kept = keptJudge(schema.file, of)
  if (kept !== undefined) return { root, accepts: kept }
  const ajv = newAjv(quickly)
  const accepts = compiled(ajv, root, schema.file)
  const keep = () => {
    const codeOf: typeof import('ajv/dist/standalone/index.js').default =
      require('ajv/dist/standalone').default
    keepJudge(schema.file, of, codeOf(ajv, accepts))
  }
  return { root, accepts, keep }
}

const textOf = oncePer(({ data }: Source): string => JSON.stringify(data))

/** Kept by schema, as only a document with a fault asks for it. */
const thoroughOf = oncePer(
  (root: SchemaObject): Thorough => ({
    ajv: newAjv({ ...thoroughly, validateSchema: false, meta: false }),
    byPart: partJudge(root),
  }),
)

/**
 * Judges by a part of the schema; a part need not say again what the whole says. Each part is compiled once.
 */
function partJudge({ definitions, $defs }: SchemaObject): ErrorsBy {
  const ajv = newAjv({ ...thoroughly, strict: false })
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

function compiled(ajv: Ajv, root: SchemaObject, file: string): ValidateFunction {
  try {
    return ajv.compile(root)
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
    const { root, keep } = judgesOf(schema)
    if (keep !== undefined) {
      refuseUnsound(schema.file, root)
      keep()
    }
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
let ofSchemas: Ajv | undefined

const unsoundnessOf = oncePer((root: SchemaObject): unknown => {
  ofSchemas ??= newAjv({ code: { optimize: false } })
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
