/** An OpenAPI document (3.x, or Swagger 2) as operations and scopes, whatever its shape and however many its files. */
import { Faults, wholeFile } from '../../report/fault.js'
import type { ApiDocument, ApiOperation, DeclaredAccess } from '../api-document.js'
import { isMethod } from '../keys.js'
import { isRecord, Library, type Spot } from './library.js'
import { nameOf } from './location.js'
import { accessOf, type Scheme, type Schemes, schemeOf } from './read-security.js'

/**
 * Reads a document.
 *
 * @param url where it stands.
 * @param folder the folder from which files are named in messages.
 * @throws Faults when it can't be read or is no OpenAPI document.
 */
export async function readOpenApi(url: URL, folder: string): Promise<ApiDocument> {
  const library = new Library(folder)
  const root = await library.whole(url)
  const paths = await library.child(root, 'paths')
  const from = nameOf(url, folder)
  if (!isOpenApi(root.value) || !isRecord(paths.value)) throw notOpenApi(from)
  const schemes = await readSchemes(root, library)
  const { value: info } = await library.child(root, 'info')
  const { value: security } = await library.child(root, 'security')
  return {
    from,
    title: textIn(info, 'title'),
    version: textIn(info, 'version'),
    listed: new Map([...schemes.values()].flatMap(({ scopes }) => [...scopes])),
    operations: await readPaths({ ...paths, value: paths.value }, library, remembering(security, schemes)),
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
      fix: 'give the document itself, not a page that shows it',
    },
  ])
}

async function readSchemes(root: Spot, library: Library): Promise<Schemes> {
  const old = await library.child(root, 'securityDefinitions')
  const table = isRecord(old.value)
    ? old
    : await library.child(await library.child(root, 'components'), 'securitySchemes')
  const names = isRecord(table.value) ? Object.keys(table.value) : []
  const read = async (name: string): Promise<[string, Scheme]> => [
    name,
    schemeOf((await library.child(table, name)).value),
  ]
  return new Map(await Promise.all(names.map(read)))
}

type AccessOf = (security: unknown) => DeclaredAccess

/** What the document says of all operations counts for those that say nothing. Equal lists are judged once. */
function remembering(common: unknown, schemes: Schemes): AccessOf {
  const known = new Map<unknown, DeclaredAccess>()
  return (own) => {
    const security = own ?? common
    const access = known.get(security) ?? accessOf(security, schemes)
    known.set(security, access)
    return access
  }
}

async function readPaths(
  { value, base }: { readonly value: Readonly<Record<string, unknown>>; readonly base: URL },
  library: Library,
  access: AccessOf,
): Promise<readonly ApiOperation[]> {
  const found: ApiOperation[] = []
  for (const [path, item] of Object.entries(value)) {
    if (!path.startsWith('/')) continue
    const at = await library.resolve({ value: item, base })
    for (const method of isRecord(at.value) ? Object.keys(at.value).filter(isMethod) : []) {
      const operation = await library.child(at, method)
      if (!isRecord(operation.value)) continue
      const { value: security } = await library.child(operation, 'security')
      const id = textIn(operation.value, 'operationId')
      found.push({ method: method.toUpperCase(), path, id, access: access(security) })
    }
  }
  return found
}

function textIn(value: unknown, key: string): string | undefined {
  const found = isRecord(value) ? value[key] : undefined
  const text = typeof found === 'string' || typeof found === 'number' ? String(found).trim() : ''
  return text === '' ? undefined : text
}
