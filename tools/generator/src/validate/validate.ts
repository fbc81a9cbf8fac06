import type { House } from '../house/house.js'
import type { Loaded } from '../load/load.js'
import { Faults } from '../report/fault.js'
import type { Documents, PerPart } from '../spec/documents.js'
import { accept } from './accept.js'
import type { JudgedVectors } from './judge-vectors.js'
import { unknownNamesIn } from './names-in-examples.js'
import { faultsOf } from './rule.js'
import { rules } from './rules.js'

/** The files of the spec and their schemas, as loaded. */
export interface LoadedSpec {
  readonly documents: PerPart<Loaded>
  readonly schemas: PerPart<Loaded>
}

/**
 * The documents, once nothing is wrong with them.
 *
 * @param examples those that belong to them, as judged by their own schema.
 * @throws Faults with everything that is wrong, in the order of files and lines.
 */
export function validate(
  { documents, schemas }: LoadedSpec,
  house: House,
  examples: Pick<JudgedVectors, 'files' | 'faults'> = { files: [], faults: [] },
): Documents {
  const verdicts = {
    endpoints: accept('endpoints', documents.endpoints, schemas.endpoints),
    scopes: accept('scopes', documents.scopes, schemas.scopes),
    operations: accept('operations', documents.operations, schemas.operations),
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
    ...Object.entries(rules).flatMap(([name, rule]) => {
      const complaints = [...rule(accepted, house)]
      return faultsOf(
        name,
        complaints.filter(({ part, path }) => !verdicts[part].covers(path)),
        sources,
      )
    }),
    ...examples.faults,
    ...unknownNamesIn(examples.files, accepted),
  ]
  if (faults.length > 0 || !endpoints || !scopes || !operations) throw new Faults(faults)
  return { endpoints, scopes, operations }
}
