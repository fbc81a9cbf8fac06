import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { House } from './house.js'

/** A repository that isn't this one: other folders, other imports. */
export const otherHouse: House = {
  maker: 'bin/make',
  command: 'make generated',
  call: 'make',
  watch: 'make watch',
  spec: { endpoints: 'api/endpoints.yaml', scopes: 'api/scopes.yaml', operations: 'api/operations.yaml' },
  schemas: {
    endpoints: 'api/schema/endpoints.json',
    scopes: 'api/schema/scopes.json',
    operations: 'api/schema/operations.json',
  },
  client: {
    folder: 'client/generated',
    checks: '../wire/checks.js',
    fields: '../wire/fields.js',
    form: '../wire/form.js',
    within: '../wire/within.js',
    hierarchy: '../provider/hierarchy.js',
  },
  server: {
    folder: 'server/generated',
    wire: '../../client/internal.js',
    scopes: '../../client/generated/hierarchy.js',
    provider: '../provider.js',
  },
  mirrors: [{ folder: 'mirror/families', of: '@other/client/scopes' }],
  reference: 'reference',
  referenceUrl: 'https://acme.example/reference',
  license: 'Apache-2.0',
  navigation: {
    declarations: 'client/built/generated',
    spec: 'client/built/spec/scopes.yaml',
    schema: 'client/built/spec/schema/scopes.json',
  },
  askingLine: 'login({scopes})',
  takenNames: ['parse', 'OAuthScope'],
  takenTypes: ['EndpointName', 'Fields', 'OAuthErrorCode'],
  memory: 'cache/outputs',
  release: {
    model: 'api/released.json',
    command: 'make release',
    diff: 'make diff',
    reports: 'make reports',
    manifests: ['client/package.json', 'server/package.json'],
    changesets: 'changes',
    scopes: 'Scopes',
  },
}

const schemaFolder = join(import.meta.dirname, '../../../../spec/schema')

/** The schemas of the spec as they stand in this repository, where the other house looks for them. */
export const schemaFiles: Readonly<Record<string, string>> = {
  [otherHouse.schemas.endpoints]: readFileSync(join(schemaFolder, 'endpoints.schema.json'), 'utf8'),
  [otherHouse.schemas.scopes]: readFileSync(join(schemaFolder, 'scopes.schema.json'), 'utf8'),
  [otherHouse.schemas.operations]: readFileSync(join(schemaFolder, 'operations.schema.json'), 'utf8'),
}

/** The schema of the examples, likewise. */
export const vectorSchema: string = readFileSync(join(schemaFolder, 'vectors.schema.json'), 'utf8')
