import type { House } from './house.js'

/** This repository. */
export const house: House = {
  maker: 'tools/generator',
  command: 'npm run generate',
  spec: {
    endpoints: 'spec/endpoints.yaml',
    scopes: 'spec/scopes.yaml',
    operations: 'spec/operations.yaml',
  },
  schemas: {
    endpoints: 'spec/schema/endpoints.schema.json',
    scopes: 'spec/schema/scopes.schema.json',
    operations: 'spec/schema/operations.schema.json',
  },
  vectors: { folder: 'spec/vectors', schema: 'spec/schema/vectors.schema.json' },
  client: {
    folder: 'packages/core/src/generated',
    checks: '../wire/checks.js',
    fields: '../wire/fields.js',
    form: '../wire/form.js',
    within: '../wire/within.js',
    hierarchy: '../scopes/hierarchy.js',
  },
  server: {
    folder: 'packages/testing/src/generated',
    wire: '@linode-login/core/wire',
    scopes: '@linode-login/core/scopes',
    provider: '../provider/provider.js',
  },
  mirrors: [
    { folder: 'packages/node/src/generated/families', of: '@linode-login/core/scopes' },
    { folder: 'packages/browser/src/generated/families', of: '@linode-login/core/scopes' },
  ],
  reference: 'packages/core/reference',
  referenceUrl: 'https://github.com/linode-login/linode-login/blob/main/packages/core/reference',
  navigation: {
    declarations: 'packages/core/dist/generated',
    spec: 'packages/core/dist/spec/scopes.yaml',
    schema: 'packages/core/dist/spec/schema/scopes.schema.json',
  },
  askingLine: 'client.beginLogin({ scopes: [{scopes}], pending })',
  takenNames: [
    'parse',
    'serialize',
    'covers',
    'missing',
    'minimize',
    'union',
    'intersect',
    'expand',
    'equals',
    'compare',
    'explain',
    'isKnown',
    'OAuthScope',
  ],
  takenTypes: ['Check', 'EndpointName', 'FieldError', 'FieldProblem', 'Fields', 'OAuthErrorCode'],
  memory: 'node_modules/.cache/generator/outputs',
  release: {
    model: 'spec/released.json',
    command: 'npm run bump',
    diff: 'npm run generate -- diff',
    manifest: 'packages/core/package.json',
    changesets: '.changeset',
    scopes: 'OAuthScopes',
  },
}
