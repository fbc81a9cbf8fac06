/** What the words after the command mean, and the text that `--help` shows. */

import type { Format } from '../report/render.js'

/** The commands that stand in a folder of their own and read their own words. */
const subcommands = ['import', 'diff'] as const

export type Subcommand = (typeof subcommands)[number]

/** What the command line asks for. */
export type Request =
  | { readonly mode: Mode; readonly format: Format | undefined }
  /** The text of one of the commands in folders, or of watching; left out, the generator's own. */
  | { readonly mode: 'help'; readonly of?: Subcommand | 'watch' }
  | { readonly mode: Subcommand; readonly args: readonly string[] }

export const help = `Writes the generated files from spec/*.yaml.

  npm run generate                      write what is not current, remove what is left over
  npm run generate -- --check           write nothing; show what is not current, and fail if anything is
  npm run generate -- --edited          write nothing; show what was edited by hand, and fail if anything was:
                                        nx asks first, since its cache would put it back without a word
  npm run generate -- --watch           write, and again whenever the spec changes, as "npm run watch" does
  npm run generate -- import …          bring an OpenAPI document into the spec
  npm run generate -- diff …            say what changed since the last release, and whether it breaks apps
  npm run generate -- <command> --help  all of a command's words, --watch included

  --format text      faults with the line, a caret and what to do; the default
           json      faults and files that are not current, as one JSON document; each by itself, where text
                     tells four or more that say the same of one file together
           editor    one line for each, file:line:column: error: …, as editors and their task runners
                     read it
           github    annotations of a GitHub workflow; the default there (GITHUB_ACTIONS=true)
  -h, --help         this text

Text is in colour on a terminal, plain in a pipe; NO_COLOR=1 and FORCE_COLOR=1 say otherwise.
A file that was edited by hand is not overwritten while the spec is as it was, one that does not open with
the generator's mark never; one without it among generated files is told, and fails a check. A run that was
killed while it wrote is finished by the next one, --check included.

A run in which all is well ends with the places of what an import guessed, until "guessed" is taken out
there; JSON has them under "guesses".

Exit code: 0 all is current or was written, 1 a fault in the spec or a file that is not current, 2 wrong use.
`

/** What `--watch --help` shows. */
export const watchHelp = `Writes the generated files from spec/*.yaml, and again whenever one of these is saved, until Ctrl-C.

  npm run watch                      in text: what was written, or the faults; then nothing is written
  npm run watch -- --format <form>   in another form

A fault is told once nothing was saved for a moment: a file may be read half written. Every report is about
the spec as a whole, so it takes the place of the one before.

  --format text      faults with the line, a caret and what to do; the default
           json      one document a line, { "faults": […] }; none are left when the list is empty
           editor    file:line:column: error: …, a line each, between the lines "Starting..." and
                     "Done. Watching for changes."; of a problem matcher in VS Code these are
                       "pattern": { "regexp": "^(.+?):(\\\\d+):(\\\\d+): error: (.*)$",
                                    "file": 1, "line": 2, "column": 3, "message": 4 },
                       "background": { "activeOnStart": true, "beginsPattern": "^Starting\\\\.\\\\.\\\\.$",
                                       "endsPattern": "^Done\\\\. Watching for changes\\\\.$" }
           github    annotations of a GitHub workflow
  -h, --help         this text

Exit code: 0 it was ended, 2 wrong use.
`

/** Words that mean nothing. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
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

/**
 * What arguments ask for. The word `generate` may stand before them.
 *
 * @throws UsageError when they ask for nothing that there is.
 */
export async function readRequest(words: readonly string[]): Promise<Request> {
  const args = argumentsIn(words)
  const [first = '-'] = args
  const subcommand = subcommandIn(words)
  const asksForHelp = args.includes('--help') || args.includes('-h')
  if (subcommand !== undefined)
    return asksForHelp ? { mode: 'help', of: subcommand } : { mode: subcommand, args: args.slice(1) }
  if (!first.startsWith('-')) throw await unknownWord('command', first, [...subcommands, ...options])
  if (asksForHelp) return args.includes('--watch') ? { mode: 'help', of: 'watch' } : { mode: 'help' }
  return readOptions(args)
}

/** The command in a folder of its own that is called, if one is. */
export function subcommandIn(words: readonly string[]): Subcommand | undefined {
  const [first] = argumentsIn(words)
  return subcommands.find((name) => name === first)
}

function argumentsIn(words: readonly string[]): readonly string[] {
  return words[0] === 'generate' ? words.slice(1) : words
}

const options = ['--check', '--edited', '--watch', '--format', '--help']

const modes = { '--check': 'check', '--edited': 'edited', '--watch': 'watch' } as const

type Mode = 'write' | (typeof modes)[keyof typeof modes]

function isMode(word: string): word is keyof typeof modes {
  return Object.hasOwn(modes, word)
}

async function readOptions(args: readonly string[]): Promise<Request> {
  let mode: Mode = 'write'
  let format: Format | undefined
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? ''
    const [name = '', value] = word.split('=', 2)
    if (name === '--format') {
      if (value === undefined) at += 1
      format = await readFormat(value ?? args[at])
    } else if (isMode(word)) {
      if (mode !== 'write' && `--${mode}` !== word)
        throw new UsageError(`--${mode} and ${word} do not go together`)
      mode = modes[word]
    } else if (options.includes(name)) throw new UsageError(`${name} takes no value`)
    else throw await unknownWord(word.startsWith('-') ? 'option' : 'argument', word, options)
  }
  return { mode, format }
}

/**
 * The format that the word after `--format` names.
 *
 * @throws UsageError when there is none like it.
 */
export async function readFormat(word: string | undefined): Promise<Format> {
  const { formats } = await import('../report/render.js')
  const format = formats.find((name) => name === word)
  if (format !== undefined) return format
  if (word === undefined) throw new UsageError(`--format needs a word: ${formats.join(', ')}`)
  throw await unknownWord('format', word, formats)
}
