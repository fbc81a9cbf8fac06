import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setsOf } from '../model/read-operations.js'
import type { OperationsDocument, ScopesNeeded } from '../spec/operations-document.js'

/** A file with some text, in a folder of its own. */
export async function fileWith(text: string, name = 'openapi.yaml'): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'import-')), name)
  await writeFile(file, text)
  return file
}

/**
 * The OpenAPI document that an operations' file was taken from, as Linode writes one now: JSON, the version as a part
 * of each path. Gaps have other names, since those differ over the years.
 */
export function openApiOf(
  { operations }: OperationsDocument,
  version: string,
  scopes: readonly string[],
): string {
  const paths: Record<string, Record<string, object>> = {}
  for (const [key, { id, auth, declared, note }] of Object.entries(operations)) {
    const [method = '', path = ''] = key.split(' ')
    const named = `/{apiVersion}${path.replaceAll(/\{(\w+)\}/g, '{the-$1}')}`
    paths[named] ??= {}
    // Of what is noted as inferred, the document says nothing.
    const unsaid = auth === 'none' || /Inferred|No scope is listed/.test(note ?? '')
    const security = auth === 'pat' ? [personal] : [personal, ...oauth(declared)]
    paths[named][method.toLowerCase()] = { operationId: id, ...(!unsaid && { security }) }
  }
  const flow = { scopes: Object.fromEntries(scopes.map((scope) => [scope, ''])) }
  return JSON.stringify({
    openapi: '3.0.1',
    info: { title: 'Linode API', version },
    paths,
    components: {
      securitySchemes: {
        personalAccessToken: { type: 'http', scheme: 'bearer' },
        oauth: { type: 'oauth2', flows: { authorizationCode: flow } },
      },
    },
  })
}

const personal = { personalAccessToken: [] }

function oauth(declared: ScopesNeeded | undefined): object[] {
  return declared === undefined ? [{ oauth: [] }] : setsOf(declared).map((set) => ({ oauth: set }))
}
