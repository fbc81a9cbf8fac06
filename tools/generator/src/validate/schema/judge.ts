/** What a schema says of a document: quickly yes or no and, where it is no, thoroughly why. */
import type { Ajv, SchemaObject, ValidateFunction } from 'ajv'
import type { Source } from '../../load/source.js'
import type { Place } from '../../report/fault.js'
import { oncePer } from '../../reuse/once-per.js'
import { newAjv } from './ajv.js'
import type { SchemaComplaint } from './complaints/complaint.js'
import { complaintsOf, pathOf } from './complaints/complaints-of.js'
import { type ErrorsBy, ofNearestForms } from './complaints/nearest-form.js'
import type { Judge } from './kept-judges.js'
import { quickJudgeOf } from './quick-judges.js'
import { refuseUnsound } from './sound-schema.js'

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
export function judge<T>({ data, place }: Source, schema: Source): Judged<T> {
  const { root, accepts } = quickJudgeOf(schema)
  if (isOf<T>(data, accepts)) return { accepted: true, document: data }
  refuseUnsound(schema, root)
  const { ajv, byPart } = thoroughOf(root)
  const validate = ajv.compile<T>(root)
  validate(data)
  const found = validate.errors ?? []
  const errors = ofNearestForms(found, byPart)
  const conditions = found.filter(({ keyword }) => keyword === 'if')
  return {
    accepted: false,
    complaints: complaintsOf(errors, root, conditions, (pointer) =>
      writtenAt(place(pathOf(pointer), 'value')),
    ),
    accept: (patched) => (validate(patched) ? patched : undefined),
  }
}

function writtenAt({ text, column, width }: Place): string {
  return text.slice(column - 1, column - 1 + width)
}

function isOf<T>(data: unknown, accepts: Judge): data is T {
  return accepts(data)
}

/** All that is wrong is said. */
const thoroughly = { allErrors: true, verbose: true, strict: true, strictRequired: false } as const

interface Thorough {
  readonly ajv: Ajv
  readonly byPart: ErrorsBy
}

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
