/** The spec, judged: each file by its schema, then all of them by the rules, then the examples and the schemas themselves. */
import type { House } from '../house/house.js'
import type { Loaded } from '../load/load.js'
import type { Source } from '../load/source.js'
import { type Fault, Faults } from '../report/fault.js'
import { reusing } from '../reuse/reusing.js'
import type { Documents, Part, PerPart } from '../spec/documents.js'
import type { ScopesDocument } from '../spec/scopes-document.js'
import type { JudgedVectors } from './examples/judge-vectors.js'
import { type Known, unknownNamesIn } from './examples/names-in-examples.js'
import { asMeant } from './meant/as-meant.js'
import { type Complaint, faultsOf } from './rule.js'
import { rules } from './rules.js'
import { accept, type Verdict } from './schema/accept.js'
import { faultsOfSchema } from './schema/quick-judges.js'

/** The files of the spec and their schemas, as loaded. */
export interface LoadedSpec {
  readonly documents: PerPart<Loaded>
  readonly schemas: PerPart<Loaded>
}

/** The documents, as far as each of them can be told to be right. */
export interface Judged {
  /** All of them, once nothing is wrong with any. */
  readonly documents: Documents | undefined
  /** Those that examples can be judged beside; entries at fault have stand-ins. */
  readonly known: Known
  /** The scopes as they stand in their file, once its schema accepts all of it. */
  readonly scopes: { readonly document: ScopesDocument; readonly source: Source } | undefined
  readonly faults: readonly Fault[]
}

/** Judges documents by their schemas and by the rules. */
export type Judge = (spec: LoadedSpec, house: House) => Judged

/**
 * The documents, judged once.
 *
 * @throws Faults with everything that is wrong, in the order of files and lines.
 */
export function validate(spec: LoadedSpec, house: House): Documents {
  const { documents, faults } = validator()(spec, house)
  if (documents === undefined) throw new Faults([...faults, ...faultsOfSchemas(Object.values(spec.schemas))])
  return documents
}

/** What judges again and again: a schema or a rule is asked only when something that it read is another. */
export function validator(): Judge {
  const verdictsOn = schemaJudge()
  const complaintsByRules = ruleJudge()
  return (spec, house) => {
    const verdicts = verdictsOn(spec)
    const known = acceptedBy(verdicts)
    const byRules = complaintsByRules({ ...known, house }, verdicts)
    const ofRules = byRules.flatMap(({ rule, complaints }) => faultsOf(rule, complaints, sourcesOf(verdicts)))
    const faults = [...Object.values(verdicts).flatMap((verdict) => verdict.faults), ...ofRules]
    const { endpoints, scopes, operations } = known
    const isSound = faults.length === 0 && endpoints && scopes && operations
    const meant = asMeant(
      known,
      byRules.flatMap(({ complaints }) => complaints),
    )
    const { source, faults: ofScopes } = verdicts.scopes
    return {
      documents: isSound ? { endpoints, scopes, operations } : undefined,
      known: completeOf(meant, verdicts),
      scopes: scopes && source && areAsMeant(ofScopes, ofRules) ? { document: scopes, source } : undefined,
      faults,
    }
  }
}

/** Whether the names of scopes can be held against those of the last release: one that is misspelt would seem to be lost. */
function areAsMeant(ofScopes: readonly Fault[], ofRules: readonly Fault[]): boolean {
  return ofScopes.length === 0 && !ofRules.some(({ rule }) => rule === 'no-misspelt-name')
}

/** What the schema of each file says of it. */
type Verdicts = { readonly [P in Part]: Verdict<Documents[P]> }

function schemaJudge(): (spec: LoadedSpec) => Verdicts {
  const endpoints = judgeOf('endpoints')
  const scopes = judgeOf('scopes')
  const operations = judgeOf('operations')
  return ({ documents, schemas }) => ({
    endpoints: endpoints({ file: documents.endpoints, schema: schemas.endpoints }),
    scopes: scopes({ file: documents.scopes, schema: schemas.scopes }),
    operations: operations({ file: documents.operations, schema: schemas.operations }),
  })
}

function judgeOf<P extends Part>(part: P) {
  return reusing(({ file, schema }: { readonly file: Loaded; readonly schema: Loaded }) =>
    accept(part, file, schema),
  )
}

function acceptedBy(verdicts: Verdicts): Partial<Documents> {
  const [endpoints, scopes, operations] = [
    verdicts.endpoints.document,
    verdicts.scopes.document,
    verdicts.operations.document,
  ]
  return { ...(endpoints && { endpoints }), ...(scopes && { scopes }), ...(operations && { operations }) }
}

/** Examples refer to names only, so beside an incomplete document they can't be judged. */
function completeOf({ endpoints, scopes, operations }: Partial<Documents>, of: Verdicts): Known {
  return {
    isUnsureOfFields: Object.keys(endpoints?.messages ?? {}).some((id) =>
      of.endpoints.covers(['messages', id]),
    ),
    ...(endpoints && !of.endpoints.lacks() && { endpoints }),
    ...(scopes && !of.scopes.lacks() && { scopes }),
    ...(operations && !of.operations.lacks() && { operations }),
  }
}

/** What a rule may read. */
type Judgeable = Partial<Documents> & { readonly house: House }

/** What a rule complains of. */
interface OfRule {
  readonly rule: string
  readonly complaints: readonly Complaint[]
}

function ruleJudge(): (all: Judgeable, verdicts: Verdicts) => readonly OfRule[] {
  const judges = Object.entries(rules).map(([name, rule]) => {
    return { rule: name, complaintsOn: reusing((all: Judgeable) => [...rule(all, all.house)]) }
  })
  return (all, verdicts) =>
    judges.map(({ rule, complaintsOn }) => {
      return { rule, complaints: complaintsOn(all).filter((complaint) => isMeant(complaint, verdicts)) }
    })
}

function sourcesOf({ endpoints, scopes, operations }: Verdicts): PerPart<Source | undefined> {
  return { endpoints: endpoints.source, scopes: scopes.source, operations: operations.source }
}

/** A name that is like none that is known may be one of those that were left out of their part. */
function isMeant({ part, path, lackedBy, suggestion }: Complaint, verdicts: Verdicts): boolean {
  if (verdicts[part].covers(path)) return false
  if (lackedBy === undefined || suggestion !== undefined) return true
  const [lacking, section] = lackedBy
  return !verdicts[lacking].lacks(section)
}

/** What is wrong with examples, beside documents that were accepted. */
export function faultsOfExamples(all: Known & Pick<JudgedVectors, 'names' | 'faults'>): readonly Fault[] {
  return [...all.faults, ...unknownNamesIn(all.names, all)]
}

/** What is wrong with the schemas themselves, as far as they could be read. */
export function faultsOfSchemas(schemas: readonly (Loaded | undefined)[]): readonly Fault[] {
  return schemas.flatMap((schema) => (schema?.source ? faultsOfSchema(schema.source) : []))
}
