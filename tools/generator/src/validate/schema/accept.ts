/** One file of the spec, judged by its schema. */

import { tableOf } from '../../collections/table.js'
import type { Loaded } from '../../load/load.js'
import type { Path, Source } from '../../load/source.js'
import type { Fault } from '../../report/fault.js'
import type { Documents, Part } from '../../spec/documents.js'
import { faultsOf } from '../rule.js'
import type { SchemaComplaint } from './complaints/complaint.js'
import { type Judged, judge } from './judge.js'
import { misnamedSections, renamed } from './misnamed-sections.js'
import { misplacedSections, moved } from './misplaced-sections.js'
import { SchemaFault } from './sound-schema.js'
import { withStandIns } from './stand-ins.js'
import { withoutStrays } from './strays.js'

/** What a schema says of a file. */
export interface Verdict<T> {
  /** What the rules can judge; entries at fault have stand-ins. */
  readonly document: T | undefined
  /** The file, with the names of sections that were meant. */
  readonly source: Source | undefined
  readonly faults: readonly Fault[]
  /** Whether entries were left out of a section, or of any, so that what others refer to may be missing. */
  lacks(section?: string): boolean
  /** Whether a path leads to a stand-in: what the rules say of it is not meant. */
  covers(path: Path): boolean
}

/** Judges a file of the spec, as far as it and its schema could be read. */
export function accept<P extends Part>(part: P, file: Loaded, schema: Loaded): Verdict<Documents[P]> {
  const faults = [...file.faults, ...schema.faults]
  const { source } = file
  const cut = new Set(source && file.faults.map((fault) => sectionAt(source, fault)))
  const lacks = lacking(cut)
  if (source === undefined || schema.source === undefined)
    return { document: undefined, source, faults, lacks, covers: nothing }
  try {
    const { judged, source: meant, mended } = judgeAsMeant<Documents[P]>(source, schema.source)
    const refused = judged.accepted ? [] : withoutStrays(meant.data, schema.source.data, judged.complaints)
    const complaints = [...mended, ...refused]
    for (const { rule, also = [], ...complaint } of complaints) {
      const asides = also.map((spot) => ({ part, ...spot }))
      faults.push(...faultsOf(rule, [{ part, ...complaint, also: asides }], { [part]: meant }))
    }
    if (judged.accepted) return { document: judged.document, source: meant, faults, lacks, covers: nothing }
    const patched = withStandIns(part, meant.data, judged.complaints)
    const document = patched && judged.accept(patched.data)
    return {
      document,
      source: meant,
      faults,
      lacks: lacking(new Set([...cut, ...(patched?.incomplete ?? [])])),
      covers: patched?.covers ?? nothing,
    }
  } catch (error) {
    if (!(error instanceof SchemaFault)) throw error
    return { document: undefined, source, faults: [...faults, error.fault], lacks, covers: nothing }
  }
}

/** The section that a fault of reading took an entry out of; `undefined` where that was a section itself. */
function sectionAt({ data, place }: Source, { place: { line, column } }: Fault): string | undefined {
  if (column === 1) return undefined
  return Object.keys(tableOf(data)).findLast((section) => place([section], 'key').line <= line)
}

function lacking(sections: ReadonlySet<string | undefined>): Verdict<unknown>['lacks'] {
  return (section) =>
    section === undefined ? sections.size > 0 : sections.has(section) || sections.has(undefined)
}

interface JudgedAsMeant<T> {
  readonly judged: Judged<T>
  readonly source: Source
  /** What was not where, or what, it was meant to be. */
  readonly mended: readonly SchemaComplaint[]
}

/** Judges a file; where a section is misplaced or misnamed, once more as it was meant. */
function judgeAsMeant<T>(source: Source, schema: Source): JudgedAsMeant<T> {
  const asWritten: JudgedAsMeant<T> = { judged: judge<T>(source, schema), source, mended: [] }
  const inPlace = again(
    asWritten,
    schema,
    (data, told) => misplacedSections(data, schema.data, told).slice(0, 1),
    moved,
  )
  return again(inPlace, schema, misnamedSections, renamed)
}

function again<T>(
  { judged, source, mended }: JudgedAsMeant<T>,
  schema: Source,
  find: (data: unknown, told: readonly SchemaComplaint[]) => readonly SchemaComplaint[],
  mend: (source: Source, found: readonly SchemaComplaint[]) => Source,
): JudgedAsMeant<T> {
  const found = judged.accepted ? [] : find(source.data, judged.complaints)
  if (found.length === 0) return { judged, source, mended }
  const meant = mend(source, found)
  // Places lead through what was mended before to where all of it stands.
  return { judged: judge<T>(meant, schema), source: meant, mended: [...mended, ...found] }
}

function nothing(): boolean {
  return false
}
