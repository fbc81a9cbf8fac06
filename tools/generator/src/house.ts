import type { PerPart } from './documents.js'
import type { Signature } from './write/mark.js'

/**
 * Where things stand in a repository: all that the generator must be told besides the spec. The engine takes it as a
 * value, so another repository, or a test, hands in its own.
 */
export interface House extends Signature {
  /** The files of the spec, and the JSON Schema of each. */
  readonly spec: PerPart<string>
  readonly schemas: PerPart<string>
  /** The folder of examples, and the JSON Schema of each file in it. */
  readonly vectors: { readonly folder: string; readonly schema: string }
  /** What belongs to a client: scopes, messages, encoders, decoders. */
  readonly client: {
    readonly folder: string
    /** Import paths, as they are written in that folder. */
    readonly checks: string
    readonly fields: string
    readonly form: string
    readonly within: string
    readonly hierarchy: string
  }
  /** What belongs to a server: request decoders, operations, the provider. */
  readonly server: {
    readonly folder: string
    readonly wire: string
    readonly scopes: string
    readonly provider: string
  }
  /** Folders that show the client's families of scopes again under another package's name. */
  readonly mirrors: readonly { readonly folder: string; readonly of: string }[]
  /** The folder of the reference: pages to read, and documents for other tools. */
  readonly reference: string
  /** Where people read that folder. */
  readonly referenceUrl: string
  /** Where the client's declarations are built, and where copies of the spec and its schema are shipped with them. */
  readonly navigation: { readonly declarations: string; readonly spec: string; readonly schema: string }
  /** The line by which an app's code asks for scopes, with `{scopes}` where their names stand. */
  readonly askingLine: string
  /** Names that stand beside the scopes in code, so that no scope may have them. */
  readonly takenNames: readonly string[]
  /** Names of types that stand beside the messages in code. */
  readonly takenTypes: readonly string[]
  /** Where the last run's outputs are remembered. */
  readonly memory: string
  readonly release: ReleaseHouse
}

/** What belongs to releases: what was released last, and where changes are announced. */
export interface ReleaseHouse {
  /** The file that keeps the model of the last release, and the command that writes it. */
  readonly model: string
  readonly command: string
  /** The command that compares the spec with it. */
  readonly diff: string
  /** The manifest of a released package: it says the version, and its name the group that is released together. */
  readonly manifest: string
  /** The folder of changesets. */
  readonly changesets: string
  /** What an app's code calls the object of all scopes. */
  readonly scopes: string
}

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

/** Every folder in which generated files stand. */
export function outputFolders({ client, server, mirrors, reference }: House): readonly string[] {
  return [client.folder, server.folder, ...mirrors.map(({ folder }) => folder), reference]
}

/**
 * Where what is about to be written is kept until it is: beside the outputs, and not beside the memory, which several
 * copies of a repository may share.
 */
export function journalOf({ client }: Pick<House, 'client'>): string {
  return `${client.folder}/.unfinished`
}
