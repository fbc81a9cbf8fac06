/**
 * An OpenAPI document (3.x, or Swagger 2) as operations and scopes, whatever its shape
 * and however many its files.
 */
import { Faults, wholeFile } from '../../report/fault.js'
import { positionOf } from '../../report/text.js'
import type { ApiOperation, DeclaredAccess, ReadDocument } from '../api-document.js'
import { isMethod } from '../keys.js'
import { Library } from './library.js'
import { nameOf } from './location.js'
import { NamedScopes } from './named-scopes.js'
import { NOT_A_PAGE } from './parse-text.js'
import { aloneIn, Meaning, type Scheme, type Schemes, schemeOf } from './read-security.js'
import { type Requirement, readRequirements, type Slip } from './requirements.js'
import { childOf, isRecord, type Spot } from './spot.js'

/**
 * Reads a document.
 *
 * @param url - where it stands.
 * @param folder - the folder from which files are named in messages.
 * @throws Faults when it can't be read or is no OpenAPI document.
 */
export async function readOpenApi(url: URL, folder: string, root?: URL): Promise<ReadDocument> {
  const library = new Library(folder, root)
  const document = await library.first(url)
  const from = nameOf(url, folder)
  if (!isOpenApi(document.value)) throw notOpenApi(from)
  const paths = await library.child(document, 'paths')
  library.settle()
  if (!isRecord(paths.value)) throw notOpenApi(from)
  const named = new NamedScopes()
  const common = await securityIn(document, library, named)
  const found = await readPaths(paths, common, library, named)
  const schemes = await readSchemes(document, library, named)
  const info = await library.child(document, 'info')
  library.settle()
  const said = found.map(({ security }) => security)
  const meaning = new Meaning(
    schemes,
    said.flatMap((security) =>
      security !== undefined && 'requirements' in security ? security.requirements : [],
    ),
  )
  return {
    from,
    title: textIn(info.value, 'title'),
    version: textIn(info.value, 'version'),
    placeOfVersion: () => info.file.source.place([...info.path, 'version'], 'value'),
    listed: new Map([...schemes.values()].flatMap(({ scopes }) => [...scopes])),
    alone: aloneIn(schemes),
    operations: found.map(({ security, ...operation }) => ({
      ...operation,
      access: accessOf(security, meaning),
    })),
    placeOf: (scope) => named.placeOf(scope),
    listedAt: (scope) => named.listedAt(scope),
  }
}

function isOpenApi(value: unknown): boolean {
  return textIn(value, 'openapi') !== undefined || textIn(value, 'swagger') !== undefined
}

function notOpenApi(from: string): Faults {
  return new Faults([
    {
      rule: 'import/not-openapi',
      place: wholeFile(from),
      wrong: 'this is no OpenAPI document',
      expected: 'a mapping with "openapi" (or "swagger") and "paths"',
      fix: NOT_A_PAGE,
    },
  ])
}

async function readSchemes(root: Spot, library: Library, named: NamedScopes): Promise<Schemes> {
  const old = await library.child(root, 'securityDefinitions')
  const table = isRecord(old.value)
    ? old
    : await library.child(await library.child(root, 'components'), 'securitySchemes')
  const schemes = new Map<string, Scheme>()
  for (const name of isRecord(table.value) ? Object.keys(table.value) : [])
    schemes.set(name, await readScheme(await library.child(table, name), library, named))
  return schemes
}

async function readScheme(scheme: Spot, library: Library, named: NamedScopes): Promise<Scheme> {
  const flows = await library.child(scheme, 'flows')
  const tables = [await library.child(scheme, 'scopes')]
  for (const name of keysOf(flows.value))
    tables.push(await library.child(await library.child(flows, name), 'scopes'))
  for (const table of tables) named.listed(table)
  return schemeOf(
    scheme.value,
    tables.map(({ value }) => value),
  )
}

/**
 * What is written under `security`: requirements and where they stand, or why and where they can't be read;
 * `undefined` where it is missing.
 */
type Security =
  | { readonly requirements: readonly Requirement[]; readonly written: Spot }
  | Unreadable
  | undefined

type Unreadable = Extract<DeclaredAccess, { readonly auth: 'unreadable' }>

function accessOf(security: Security, meaning: Meaning): DeclaredAccess {
  if (security === undefined) return { auth: 'unsaid' }
  if ('auth' in security) return security
  const access = meaning.accessOf(security.requirements)
  return 'wrong' in access ? unreadable(security.written, access) : access
}

async function securityIn(holder: Spot, library: Library, named: NamedScopes): Promise<Security> {
  const written = await library.child(holder, 'security')
  if (written.value === undefined) return undefined
  const requirements = readRequirements(written.value)
  if ('wrong' in requirements) return unreadable(written, requirements)
  named.asked(written)
  return { requirements, written }
}

function unreadable({ file, path }: Spot, { path: within, wrong }: Slip): Unreadable {
  return {
    auth: 'unreadable',
    why: `${positionOf(file.source.place([...path, ...within], 'value'))}: ${wrong}`,
  }
}

type Found = Omit<ApiOperation, 'access'> & { readonly security: Security }

/** @param common - what counts for operations that say nothing. */
async function readPaths(
  paths: Spot,
  common: Security,
  library: Library,
  named: NamedScopes,
): Promise<readonly Found[]> {
  const found: Found[] = []
  for (const path of keysOf(paths.value).filter((key) => !key.startsWith('x-'))) {
    const item = await library.child(paths, path)
    if (!isRecord(item.value) && !isEmpty(item.value))
      library.refuse(
        item,
        'this path is no mapping',
        'operations by method',
        'write its operations as "get: { … }"',
      )
    for (const name of keysOf(item.value).filter(isMethod)) {
      const operation = await library.child(item, name)
      const security = isRecord(operation.value)
        ? ((await securityIn(operation, library, named)) ?? common)
        : unreadable(childOf(item, name), { path: [], wrong: 'this operation is no mapping' })
      const id = textIn(operation.value, 'operationId')
      found.push({ method: name.toUpperCase(), path, id, security })
    }
  }
  return found
}

/** Whether nothing was written after a key, or a wrong reference, which was noted. */
function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

function keysOf(value: unknown): readonly string[] {
  return isRecord(value) ? Object.keys(value) : []
}

function textIn(value: unknown, key: string): string | undefined {
  const found = isRecord(value) ? value[key] : undefined
  const text = typeof found === 'string' || typeof found === 'number' ? String(found).trim() : ''
  return text === '' ? undefined : text
}
