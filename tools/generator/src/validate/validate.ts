import type { House } from '../house/house.js'
import type { Loaded } from '../load/load.js'
import { reusing } from '../memory/reusing.js'
import { type Fault, Faults } from '../report/fault.js'
import type { Documents, Part, PerPart } from '../spec/documents.js'
import type { JudgedVectors } from './examples/judge-vectors.js'
import { unknownNamesIn } from './examples/names-in-examples.js'
import { faultsOf } from './rule.js'
import { rules } from './rules.js'
import { accept } from './schema/accept.js'
import { faultsOfSchema } from './schema/quick-judges.js'

/** The files of the spec and their schemas, as loaded. */
export interface LoadedSpec {
  readonly documents: PerPart<Loaded>
  readonly schemas: PerPart<Loaded>
}

/** The examples that belong to the documents, as judged by their own schema. */
type Examples = Pick<JudgedVectors, 'files' | 'faults'>

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
  const judges = {
    endpoints: judgeOf('endpoints'),
    scopes: judgeOf('scopes'),
    operations: judgeOf('operations'),
  }
  const judgesByRule = Object.entries(rules).map(([name, rule]) => {
    const complaintsOn = reusing((all: Partial<Documents> & { readonly house: House }) => [
      ...rule(all, all.house),
    ])
    return { name, complaintsOn }
  })
  return ({ documents, schemas }, house, examples = () => ({ files: [], faults: [] })) => {
    const verdicts = {
      endpoints: judges.endpoints({ file: documents.endpoints, schema: schemas.endpoints }),
      scopes: judges.scopes({ file: documents.scopes, schema: schemas.scopes }),
      operations: judges.operations({ file: documents.operations, schema: schemas.operations }),
    }
    const { endpoints, scopes, operations } = {
      endpoints: verdicts.endpoints.document,
      scopes: verdicts.scopes.document,
      operations: verdicts.operations.document,
    }
    const accepted = {
      ...(endpoints && { endpoints }),
      ...(scopes && { scopes }),
      ...(operations && { operations }),
    }
    const sources = {
      endpoints: verdicts.endpoints.source,
      scopes: verdicts.scopes.source,
      operations: verdicts.operations.source,
    }
    const faults = [
      ...Object.values(verdicts).flatMap((verdict) => verdict.faults),
      ...judgesByRule.flatMap(({ name, complaintsOn }) => {
        const complaints = complaintsOn({ ...accepted, house })
        return faultsOf(
          name,
          complaints.filter(({ part, path }) => !verdicts[part].covers(path)),
          sources,
        )
      }),
    ]
    if (faults.length > 0 || !endpoints || !scopes || !operations) {
      const ofSchemas = Object.values(schemas).flatMap(({ source }) => (source ? faultsOfSchema(source) : []))
      throw new Faults([...faults, ...faultsOfExamples({ ...accepted, ...examples() }), ...ofSchemas])
    }
    return { endpoints, scopes, operations }
  }
}

/** What is wrong with examples, beside documents that were accepted. */
export function faultsOfExamples(all: Partial<Documents> & Examples): readonly Fault[] {
  return [...all.faults, ...unknownNamesIn(all.files, all)]
}

function judgeOf<P extends Part>(part: P) {
  return reusing(({ file, schema }: { readonly file: Loaded; readonly schema: Loaded }) =>
    accept(part, file, schema),
  )
}
