import type { House } from '../house/house.js'
import type { Loaded } from '../load/load.js'
import { type Fault, Faults } from '../report/fault.js'
import type { Documents, PerPart } from '../spec/documents.js'
import { accept } from './accept.js'
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
 * @param others what is wrong with what belongs to them.
 * @throws Faults with everything that is wrong, in the order of files and lines.
 */
export function validate(
  { documents, schemas }: LoadedSpec,
  house: House,
  others: readonly Fault[] = [],
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
    endpoints: documents.endpoints.source,
    scopes: documents.scopes.source,
    operations: documents.operations.source,
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
    ...others,
  ]
  if (faults.length > 0 || !endpoints || !scopes || !operations) throw new Faults(faults)
  return { endpoints, scopes, operations }
}
