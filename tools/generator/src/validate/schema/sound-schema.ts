/** Schemas that are none. */
import type { Ajv, SchemaObject } from 'ajv'
import { oncePer } from '../../memory/once-per.js'
import { type Fault, wholeFile } from '../../report/fault.js'
import { newAjv } from './new-ajv.js'

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

/**
 * Refuses a schema that is wrong somewhere: compiling one does not find all. It takes as long as judging a document.
 *
 * @throws SchemaFault with the reason.
 */
export function refuseUnsound(file: string, root: SchemaObject): void {
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
