/** Documents and specs in a line each, for tests of the steps of a plan. */
import { parse } from 'yaml'
import { acme } from '../../spec/acme.fixture.js'
import type { ScopesDocument } from '../../spec/scopes-document.js'
import type { ApiDocument, ApiOperation, DeclaredAccess } from '../api-document.js'

/** Acme's scopes. */
export const scopes: ScopesDocument = parse(acme.scopes)

/** One scope or several that are all needed. */
export function needs(...set: readonly string[]): DeclaredAccess {
  return { auth: 'scoped', anyOf: [set] }
}

/** An operation of a document: `GET /boxes`. */
export function operation(
  key: string,
  access: DeclaredAccess = { auth: 'unsaid' },
  id?: string,
): ApiOperation {
  const [method = '', path = ''] = key.split(' ')
  return { method, path, id, access }
}

/** A document with some operations that lists some scopes. */
export function documentOf(operations: readonly ApiOperation[], ...listed: readonly string[]): ApiDocument {
  const words = new Map(listed.map((scope) => [scope, '']))
  const [from, title, version] = ['openapi.yaml', 'Acme', '4.0.0']
  const nowhere = { placeOf: () => undefined, listedAt: () => undefined }
  return { from, title, version, listed: words, alone: new Set(), operations, ...nowhere }
}
