/** What an entry of `spec/operations.yaml` needs: a scope, several together, or one of several sets. */
type Needed = string | readonly (string | readonly string[])[]

export interface Entry {
  readonly id: string
  readonly auth?: string
  readonly declared?: Needed
  readonly misspelt?: true
  readonly corrected?: Needed
  readonly note?: string
}

/**
 * The OpenAPI document that an operations' file was taken from, as Linode writes one now: JSON, the version
 * as a part of each path. Gaps have other names, since those differ over the years.
 */
export function openApiOf(
  { operations }: { readonly operations: Readonly<Record<string, Entry>> },
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

function oauth(declared: Needed | undefined): object[] {
  return declared === undefined ? [{ oauth: [] }] : setsOf(declared).map((oauth) => ({ oauth }))
}

function setsOf(needed: Needed): readonly (readonly string[])[] {
  if (typeof needed === 'string') return [[needed]]
  const together = needed.filter((item) => typeof item === 'string')
  const alternatives = needed.filter((item) => typeof item !== 'string')
  return together.length === 0 ? alternatives : [together, ...alternatives]
}
