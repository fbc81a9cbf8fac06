import type { Signature } from '../signature/mark.js'
import type { PerPart } from '../spec/documents.js'

/**
 * Where things stand in a repository: all that the generator must be told besides the spec. The engine takes
 * it as a value, so another repository, or a test, hands in its own.
 */
export interface House extends Signature {
  /** What words for the generator are written behind. */
  readonly call: string
  /** The command that makes the files anew whenever the spec changes. */
  readonly watch: string
  /** The files of the spec, and the JSON Schema of each. */
  readonly spec: PerPart<string>
  readonly schemas: PerPart<string>
  /** The folder of examples, and the JSON Schema of each file in it; left out where there are to be none. */
  readonly vectors?: { readonly folder: string; readonly schema: string }
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
  /** The licence of the documents in it, by its SPDX name. */
  readonly license: string
  /**
   * Where the client's declarations are built, and where copies of the spec and its
   * schema are shipped with them.
   */
  readonly navigation: { readonly declarations: string; readonly spec: string; readonly schema: string }
  /**
   * The line by which an app's code asks for scopes, with `{scopes}` where their names stand. The
   * node package's command line shows it too, made by code of its own;
   * `tools/verify/src/scope-picker` holds one to the other.
   */
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
  /** The command that writes the reports of the packages' API anew, in which generated names stand. */
  readonly reports: string
  /** The manifests of the packages that are released together: they say their names and the version of all. */
  readonly manifests: readonly string[]
  /** The folder of changesets. */
  readonly changesets: string
  /** What an app's code calls the object of all scopes. */
  readonly scopes: string
}

/** Every folder in which generated files stand. */
export function outputFolders({ client, server, mirrors, reference }: House): readonly string[] {
  return [client.folder, server.folder, ...mirrors.map(({ folder }) => folder), reference]
}

/**
 * Where what is about to be written is kept until it is: beside the outputs, and not beside the memory, which
 * several copies of a repository may share.
 */
export function journalOf({ client }: Pick<House, 'client'>): string {
  return `${client.folder}/.unfinished`
}
