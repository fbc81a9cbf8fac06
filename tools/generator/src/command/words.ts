/** The words behind a command: one reader for all commands, each of which says what it knows. */
import type { Format } from '../report/render.js'

/** The words for --format. */
export const formats: readonly Format[] = ['text', 'json', 'editor', 'github']

/** Words that mean nothing. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** What was written behind a command. */
export interface Words {
  /** The options, each with its value; with '' where it takes none. */
  readonly options: ReadonlyMap<string, string>
  /** What is no option, in its order. */
  readonly others: readonly string[]
  /** The options that there are, for who knows nothing of the others. */
  readonly known: readonly string[]
  /** How the command is to tell what it has to say; left out, as suits the place. */
  readonly format: Format | undefined
}

/**
 * Reads them. Every command knows --format, --json, which is short for one of its words, and --help. Node's own
 * `parseArgs` would leave all of this to be done but for splitting words, and cost 2 % of what `node -e 0` does.
 *
 * @param flags - the options that take no value.
 * @param values - the options that take one, and what each needs.
 * @throws UsageError for options that there are not, or that are not written so.
 */
export async function readWords(
  args: readonly string[],
  flags: readonly string[],
  values: Readonly<Record<string, string>> = {},
): Promise<Words> {
  const needs = new Map(Object.entries({ ...values, '--format': `a word: ${formats.join(', ')}` }))
  const known = [...flags, ...needs.keys(), '--json', '--help']
  const options = new Map<string, string>()
  const others: string[] = []
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] === '--json' ? '--format=json' : (args[at] ?? '')
    const [name = '', inline] = word.split(/=(.*)/s, 2)
    const need = needs.get(name)
    if (word === '') throw new UsageError('a word is empty, as of a variable that is not set')
    if (!word.startsWith('-')) others.push(word)
    else if (!known.includes(name)) throw await unknownWord('option', name, known)
    else if (need === undefined && inline !== undefined) throw new UsageError(`${name} takes no value`)
    else if (need === undefined) options.set(name, '')
    else {
      if (inline === undefined) at += 1
      const next = args[at] ?? ''
      const value = inline ?? (next.startsWith('-') ? '' : next)
      if (value === '') throw new UsageError(`${name} needs ${need}`)
      const before = options.get(name) ?? value
      if (before !== value) throw apart(`${name} ${before}`, `${name} ${value}`)
      options.set(name, value)
    }
  }
  const form = options.get('--format')
  const format = formats.find((name) => name === form)
  if (form !== undefined && format === undefined) throw await unknownWord('format', form, formats)
  return { options, others, known, format }
}

/**
 * The one of some options that was written, if one was.
 *
 * @throws UsageError where several were.
 */
export function oneOf<Name extends string>({ options }: Words, names: readonly Name[]): Name | undefined {
  const [one, other] = names.filter((name) => options.has(name))
  if (one !== undefined && other !== undefined) throw apart(one, other)
  return one
}

function apart(one: string, other: string): UsageError {
  return new UsageError(`${one} and ${other} do not go together`)
}

/**
 * An error that says which word is unknown, and the one that was probably meant: perhaps an
 * option without its dashes.
 */
export async function unknownWord(kind: string, word: string, known: readonly string[]): Promise<UsageError> {
  // A run with nothing to do imports no more than it needs.
  const { nearest } = await import('../report/nearest.js')
  const meant = nearest(word, known) ?? nearest(`--${word}`, known)
  return new UsageError(
    `there is no ${kind} ${word}${meant === undefined ? `; there are ${known.join(', ')}` : `: did you mean ${meant}?`}`,
  )
}
