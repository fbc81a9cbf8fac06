/**
 * A document of another API, given by a slip, would put its operations beside those of the spec. One that has none of
 * them is refused.
 */
import { Faults, wholeFile } from '../report/fault.js'
import type { OperationsDocument } from '../spec/operations-document.js'
import type { ApiDocument } from './api-document.js'
import { shapeOf, shapeOfKey } from './keys.js'

/** @throws Faults where a document and a spec have no operation in common, unless the spec has none yet. */
export function requireSameApi(
  { from, operations }: Pick<ApiDocument, 'from' | 'operations'>,
  spec: OperationsDocument,
): void {
  const known = new Set(Object.keys(spec.operations).map(shapeOfKey))
  if (known.size === 0 || operations.some(({ method, path }) => known.has(shapeOf(method, path)))) return
  throw new Faults([
    {
      rule: 'import/other-api',
      place: wholeFile(from),
      wrong: `it holds none of the spec's operations (${known.size}), so it is of another API`,
      expected: 'a document that holds some of them',
      fix: 'give the document of the API that the spec describes; to begin anew, write "operations: {}" there first',
    },
  ])
}
