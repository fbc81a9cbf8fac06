/** One file of the spec, judged by its schema. */

import type { Loaded } from '../load/load.js'
import type { Path } from '../load/source.js'
import type { Fault } from '../report/fault.js'
import type { Documents, Part } from '../spec/documents.js'
import { faultsOf } from './rule.js'
import { judge, SchemaFault } from './schema.js'
import { withStandIns } from './stand-ins.js'

/** What a schema says of a file. */
export interface Verdict<T> {
  /** What the rules can judge; entries at fault have stand-ins. */
  readonly document: T | undefined
  readonly faults: readonly Fault[]
  /** Whether a path leads to a stand-in: what the rules say of it is not meant. */
  covers(path: Path): boolean
}

/** Judges a file of the spec, as far as it and its schema could be read. */
export function accept<P extends Part>(part: P, file: Loaded, schema: Loaded): Verdict<Documents[P]> {
  const faults = [...file.faults, ...schema.faults]
  const { source } = file
  if (source === undefined || schema.source === undefined)
    return { document: undefined, faults, covers: nothing }
  try {
    const judged = judge<Documents[P]>(source, schema.source)
    if (judged.accepted) return { document: judged.document, faults, covers: nothing }
    const patched = withStandIns(part, source.data, judged.complaints)
    for (const { rule, also = [], blames: _, follows: __, ...complaint } of judged.complaints) {
      const asides = also.map((spot) => ({ part, ...spot }))
      faults.push(...faultsOf(rule, [{ part, ...complaint, also: asides }], { [part]: source }))
    }
    return { document: patched && judged.accept(patched.data), faults, covers: patched?.covers ?? nothing }
  } catch (error) {
    if (!(error instanceof SchemaFault)) throw error
    return { document: undefined, faults: [...faults, error.fault], covers: nothing }
  }
}

function nothing(): boolean {
  return false
}
