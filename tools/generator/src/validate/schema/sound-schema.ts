/** Schemas that are none. */
import type { Ajv, ErrorObject, SchemaObject } from 'ajv'
import { tableOf } from '../../collections/table.js'
import type { Path, Source } from '../../load/source.js'
import type { Fault } from '../../report/fault.js'
import { chooseFrom } from '../../report/nearest.js'
import { oncePer } from '../../reuse/once-per.js'
import { draft7, newAjv } from './ajv.js'
import { complaintsOf } from './complaints/complaints-of.js'

/** A schema that isn't one. */
export class SchemaFault extends Error {
  override readonly name = 'SchemaFault'
  readonly fault: Fault

  constructor(fault: Omit<Fault, 'rule'>) {
    super(fault.wrong)
    this.fault = { rule: 'schema/no-schema', ...fault }
  }
}

/**
 * Refuses a schema that is wrong somewhere: compiling one does not find all. It takes as long as judging a document.
 *
 * @throws SchemaFault with the first that is found.
 */
export function refuseUnsound(schema: Source, root: SchemaObject): void {
  const found = unsoundnessOf(root)
  if (found === undefined) return
  const [complaint] = Array.isArray(found) ? complaintsOf(found.slice(0, 1), draft7()) : []
  if (complaint === undefined) throw uncompiled(schema, found)
  const { rule: _, path, at, also: __, ...words } = complaint
  const wrong = `this is no JSON Schema: ${words.wrong}`
  throw new SchemaFault({ ...words, place: schema.place(path, at), wrong })
}

/** What the compiler of schemas says of one, with the place that it means where that can be found. */
export function uncompiled(schema: Source, reason: unknown): SchemaFault {
  const said = reason instanceof Error ? reason.message : String(reason)
  const keyword = /unknown keyword: "(.*)"$/.exec(said)?.[1]
  if (keyword !== undefined) {
    const path = pathIn(schema.data, (key) => key === keyword) ?? []
    const wrong = `this is no JSON Schema: "${keyword}" is no word of it`
    const keywords = Object.keys(tableOf(draft7()['properties']))
    return new SchemaFault({ place: schema.place(path, 'key'), wrong, ...chooseFrom(keyword, keywords) })
  }
  const reference = /can't resolve reference (\S+)/.exec(said)?.[1]
  if (reference !== undefined) {
    const path = pathIn(schema.data, (key, value) => key === '$ref' && value === reference) ?? []
    return new SchemaFault({
      place: schema.place(path, 'value'),
      wrong: `nothing stands at "${reference}" in this schema`,
      expected: 'a part of this schema, like "#/definitions/<name>"',
      fix: 'correct the schema',
    })
  }
  const pointer = / at "#([^"]*)"/.exec(said)?.[1] ?? ''
  return new SchemaFault({
    place: schema.place(pointer.split('/').slice(1), 'value'),
    wrong: `this is no JSON Schema: ${said.replace(/^strict mode: | at "#.*$/g, '')}`,
    expected: A_SCHEMA,
    fix: 'correct the schema',
  })
}

/** What is expected where nothing says it better. */
export const A_SCHEMA = 'a JSON Schema of draft 7'

/** The first key of those that stand in a value, however deep, that is looked for. */
function pathIn(value: unknown, isIt: (key: string, value: unknown) => boolean): Path | undefined {
  for (const [key, inner] of Object.entries(typeof value === 'object' && value !== null ? value : {})) {
    if (isIt(key, inner)) return [key]
    const below = pathIn(inner, isIt)
    if (below !== undefined) return [key, ...below]
  }
  return undefined
}

/** Judges schemas, once for all that are read. */
let ofSchemas: Ajv | undefined

const unsoundnessOf = oncePer((root: SchemaObject): readonly ErrorObject[] | Error | undefined => {
  ofSchemas ??= newAjv({ verbose: true, code: { optimize: false } })
  try {
    return ofSchemas.validateSchema(root) === false ? (ofSchemas.errors ?? []) : undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
})
