/** What the words after `import` ask for. */
import { readFormat, UsageError, unknownWord } from '../command/command-line.js'
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

const flags = ['--remove', '--dry-run', '--spec-only', '--json'] as const

/**
 * Reads the words.
 *
 * @throws UsageError for words that mean nothing, and where no document is named.
 */
export async function readArguments(args: readonly string[]): Promise<Wanted> {
  const chosen = new Set<string>()
  const named: string[] = []
  let as: string | undefined
  let root: string | undefined
  let format: Format | undefined
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? ''
    const [name, value] = word.split(/=(.*)/s, 2)
    if (name === '--as') {
      if (value === undefined) at += 1
      as = readVersion(value ?? args[at])
    } else if (name === '--root') {
      if (value === undefined) at += 1
      root = value ?? args[at]
      if (root === undefined) throw new UsageError('--root needs a folder')
    } else if (name === '--format') {
      if (value === undefined) at += 1
      format = await readFormat(value ?? args[at])
    } else if (flags.some((flag) => flag === word)) chosen.add(word)
    else if (word.startsWith('-'))
      throw await unknownWord('option', word, [...flags, '--as', '--root', '--format', '--help'])
    else named.push(word)
  }
  const [kind = 'nothing', document, ...more] = named
  if (kind !== 'openapi')
    throw new UsageError(`import needs the kind of document first, openapi, not ${kind}`)
  if (document === undefined) throw new UsageError('import openapi needs a file or an address')
  if (more.length > 0) throw new UsageError(`import openapi reads one document, not ${more.length + 1}`)
  const isJson = chosen.has('--json')
  if (isJson && format !== undefined && format !== 'json')
    throw new UsageError(`--json and --format ${format} do not go together`)
  return {
    document,
    as,
    root,
    remove: chosen.has('--remove'),
    dryRun: chosen.has('--dry-run'),
    specOnly: chosen.has('--spec-only'),
    format: isJson ? 'json' : format,
  }
}

function readVersion(word: string | undefined): string {
  if (word !== undefined && (numberOf(word) !== undefined || /^\d{4}-(0[1-9]|1[0-2])$/.test(word)))
    return word
  throw new UsageError(
    `--as needs a version such as 4.240.0, or a month such as 2026-11${word ? `, not ${word}` : ''}`,
  )
}
