/**
 * Which version a document has. One that nobody can tell may be years old, and what it says would be taken as if it
 * were the newest.
 */
import { Faults } from '../report/fault.js'
import { numberOf } from '../spec/version.js'
import type { ApiDocument, ReadDocument } from './api-document.js'

/**
 * The document with the version that it says, or that whoever imports it says.
 *
 * @throws Faults where neither tells.
 */
export function withVersion(
  { version, placeOfVersion, ...document }: ReadDocument,
  as: string | undefined,
): ApiDocument {
  if (as !== undefined) return { ...document, version: as }
  if (version !== undefined && numberOf(version) !== undefined) return { ...document, version }
  const said =
    version === undefined ? 'the document says no version' : `"${version}" is no number of a version`
  throw new Faults([
    {
      rule: 'import/no-version',
      place: placeOfVersion(),
      wrong: `${said}, and whether it is newer than the spec can't be told`,
      expected: 'a number such as 4.240.0',
      fix: 'say which it is with --as <version or month>, such as --as 4.240.0 or --as 2026-11',
    },
  ])
}
