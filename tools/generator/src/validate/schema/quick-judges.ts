/** What says yes or no of a document: a schema's judge, compiled once, by this run or by an earlier one. */
import type { Ajv, SchemaObject, ValidateFunction } from 'ajv'
import type { Source } from '../../load/source.js'
import type { Fault } from '../../report/fault.js'
import { oncePer } from '../../reuse/once-per.js'
import { hashOf } from '../../signature/hash-of.js'
import { codeOf, newAjv, versionOfAjv } from './ajv.js'
import { type Judge, keepJudge, keptJudge } from './kept-judges.js'
import { A_SCHEMA, refuseUnsound, SchemaFault, uncompiled } from './sound-schema.js'

/** A schema and its judge. */
export interface QuickJudge {
  readonly root: SchemaObject
  readonly accepts: Judge
  /** Keeps the judge for later runs, once the schema is known to be sound; one that was kept is not kept again. */
  readonly keep?: () => void
}

/** Making a thorough judge takes twice as long, and only faults need one. */
const quickly = {
  strict: true,
  strictRequired: false,
  validateSchema: false,
  meta: false,
  messages: false,
  code: { optimize: false, source: true },
} as const

/**
 * Judges keep what they compiled, so a schema that says what one said before costs
 * nothing, wherever it was read.
 */
const judgesBySchema = new Map<string, QuickJudge>()

/** So many schemas are kept: whoever watches one being written makes a new one with each save. */
const KEPT = 16

/**
 * The judge of a schema.
 *
 * @throws SchemaFault when the schema is of no use.
 */
export function quickJudgeOf(schema: Source): QuickJudge {
  const key = textOf(schema)
  const known = judgesBySchema.get(key)
  if (known !== undefined) return known
  const judge = newJudge(schema, key)
  const [oldest] = judgesBySchema.keys()
  if (oldest !== undefined && judgesBySchema.size >= KEPT) judgesBySchema.delete(oldest)
  judgesBySchema.set(key, judge)
  return judge
}

const textOf = oncePer(({ data }: Source): string => JSON.stringify(data))

function newJudge(schema: Source, text: string): QuickJudge {
  const root = rootOf(schema)
  const of = hashOf([versionOfAjv(), JSON.stringify(quickly), text])
  const kept = keptJudge(schema.file, of)
  if (kept !== undefined) return { root, accepts: kept }
  const ajv = newAjv(quickly)
  const accepts = compiled(ajv, root, schema)
  const keep = () => keepJudge(schema.file, of, codeOf(ajv, accepts))
  return { root, accepts, keep }
}

function rootOf({ data, place }: Source): SchemaObject {
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new SchemaFault({
      place: place([], 'value'),
      wrong: 'this is no JSON Schema: no mapping stands here',
      expected: A_SCHEMA,
      fix: 'correct the schema',
    })
  return { ...data }
}

function compiled(ajv: Ajv, root: SchemaObject, schema: Source): ValidateFunction {
  try {
    return ajv.compile(root)
  } catch (error) {
    refuseUnsound(schema, root)
    throw uncompiled(schema, error)
  }
}

/**
 * What is wrong with a schema that a document was accepted by. A judge is kept once nothing is. It takes as long as
 * judging a document, so it is for when there is time.
 */
export function faultsOfSchema(schema: Source): readonly Fault[] {
  try {
    const { root, keep } = quickJudgeOf(schema)
    if (keep !== undefined) {
      refuseUnsound(schema, root)
      keep()
    }
    return []
  } catch (error) {
    if (!(error instanceof SchemaFault)) throw error
    return [error.fault]
  }
}
