import type { House } from '../house/house.js'
import type { Loaded } from '../load/load.js'
import { reusing } from '../memory/reusing.js'
import { type Fault, Faults } from '../report/fault.js'
import type { Documents, Part, PerPart } from '../spec/documents.js'
import type { JudgedVectors } from './examples/judge-vectors.js'
import { unknownNamesIn } from './examples/names-in-examples.js'
import { faultsOf } from './rule.js'
import { rules } from './rules.js'
import { accept, type Verdict } from './schema/accept.js'
import { faultsOfSchema } from './schema/quick-judges.js'

/** The files of the spec and their schemas, as loaded. */
export interface LoadedSpec {
  readonly documents: PerPart<Loaded>
  readonly schemas: PerPart<Loaded>
}

/** The examples that belong to the documents, as judged by their own schema. */
type Examples = Pick<JudgedVectors, 'names' | 'faults'>

/**
 * The documents, once nothing is wrong with them.
 *
 * @param examples asked for only where something is wrong, to be told what is wrong with them as well.
 * @throws Faults with everything that is wrong, in the order of files and lines.
 */
export type Validate = (spec: LoadedSpec, house: House, examples?: () => Examples) => Documents

/** Judges once. */
export const validate: Validate = (...judged) => validator()(...judged)

/** What judges again and again: a schema or a rule is asked only when something that it read is another. */
export function validator(): Validate {
  const verdictsOn = schemaJudge()
  const faultsByRules = ruleJudge()
  return (spec, house, examples = () => ({ names: [], faults: [] })) => {
    const verdicts = verdictsOn(spec)
    const accepted = acceptedBy(verdicts)
    const faults = [
      ...Object.values(verdicts).flatMap((verdict) => verdict.faults),
      ...faultsByRules({ ...accepted, house }, verdicts),
    ]
    const { endpoints, scopes, operations } = accepted
    if (faults.length > 0 || !endpoints || !scopes || !operations) {
      const ofSchemas = Object.values(spec.schemas).flatMap(({ source }) =>
        source ? faultsOfSchema(source) : [],
      )
      throw new Faults([...faults, ...faultsOfExamples({ ...accepted, ...examples() }), ...ofSchemas])
    }
    return { endpoints, scopes, operations }
  }
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

/** What a rule may read. */
type Judgeable = Partial<Documents> & { readonly house: House }

function ruleJudge(): (all: Judgeable, verdicts: Verdicts) => readonly Fault[] {
  const judges = Object.entries(rules).map(([name, rule]) => {
    return { name, complaintsOn: reusing((all: Judgeable) => [...rule(all, all.house)]) }
  })
  return (all, verdicts) => {
    const sources = {
      endpoints: verdicts.endpoints.source,
      scopes: verdicts.scopes.source,
      operations: verdicts.operations.source,
    }
    return judges.flatMap(({ name, complaintsOn }) => {
      const meant = complaintsOn(all).filter(({ part, path }) => !verdicts[part].covers(path))
      return faultsOf(name, meant, sources)
    })
  }
}

/** What is wrong with examples, beside documents that were accepted. */
export function faultsOfExamples(all: Partial<Documents> & Examples): readonly Fault[] {
  return [...all.faults, ...unknownNamesIn(all.names, all)]
}
