import { type Documents, type Part, type PerPart, parts } from '../documents.js'
import type { House } from '../house.js'
import type { Loaded } from '../load/load.js'
import { type Fault, Faults } from '../report/fault.js'
import { faultsOf } from './rule.js'
import { rules } from './rules.js'
import { judge, SchemaFault } from './schema.js'

/** The files of the spec and their schemas, as loaded. */
export interface LoadedSpec {
  readonly documents: PerPart<Loaded>
  readonly schemas: PerPart<Loaded>
}

/**
 * The documents, once nothing is wrong with them.
 *
 * @throws Faults with everything that is wrong, in the order of files and lines.
 */
export function validate({ documents, schemas }: LoadedSpec, house: House): Documents {
  const faults: Fault[] = parts.flatMap((part) => [...documents[part].faults, ...schemas[part].faults])
  const accept = <P extends Part>(part: P): Documents[P] | undefined => {
    const [document, schema] = [documents[part].source, schemas[part].source]
    if (document === undefined || schema === undefined) return undefined
    try {
      const judged = judge<Documents[P]>(document, schema)
      if (judged.accepted) return judged.document
      faults.push(
        ...judged.complaints.map(({ path, at, ...rest }) => ({ place: document.place(path, at), ...rest })),
      )
    } catch (error) {
      if (!(error instanceof SchemaFault)) throw error
      faults.push(error.fault)
    }
    return undefined
  }
  const [endpoints, scopes, operations] = [accept('endpoints'), accept('scopes'), accept('operations')]
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
  faults.push(...rules.flatMap((rule) => faultsOf(rule(accepted, house), sources)))
  if (faults.length > 0 || !endpoints || !scopes || !operations) throw new Faults(faults)
  return { endpoints, scopes, operations }
}
