/** What the words after `import` ask for. */
import { readWords, UsageError } from '../command/words.js'
import type { Format } from '../report/render.js'
import { numberOf } from '../spec/version.js'

/** An import that is asked for. */
export interface Wanted {
  /** A file or an address. */
  readonly document: string
  /** The version that the document has, whatever it says. */
  readonly as: string | undefined
  /** The folder that holds all of the document's files, where that is not its own. */
  readonly root: string | undefined
  readonly remove: boolean
  readonly dryRun: boolean
  /** Whether the code and the changeset are left as they are. */
  readonly specOnly: boolean
  /** How it is told; left out, as suits the place. */
  readonly format: Format | undefined
}

const flags = ['--remove', '--dry-run', '--spec-only']

const VERSION = 'a version such as 4.240.0, or a month such as 2026-11'

const values = { '--as': VERSION, '--root': 'a folder' }

/**
 * Reads the words.
 *
 * @throws UsageError for words that mean nothing, and where no document is named.
 */
export async function readArguments(args: readonly string[]): Promise<Wanted> {
  const { options, others, format } = await readWords(args, flags, values)
  const [kind = 'nothing', document, ...more] = others
  if (kind !== 'openapi')
    throw new UsageError(`import needs openapi first, the kind of document, not ${kind}`)
  if (document === undefined) throw new UsageError('import openapi needs a file or an address')
  if (more.length > 0) throw new UsageError(`import openapi reads one document, not ${more.length + 1}`)
  const as = options.get('--as')
  if (as !== undefined && !isVersion(as)) throw new UsageError(`--as needs ${VERSION}, not ${as}`)
  return {
    document,
    as,
    root: options.get('--root'),
    remove: options.has('--remove'),
    dryRun: options.has('--dry-run'),
    specOnly: options.has('--spec-only'),
    format,
  }
}

function isVersion(word: string): boolean {
  return numberOf(word) !== undefined || /^\d{4}-(0[1-9]|1[0-2])$/.test(word)
}
