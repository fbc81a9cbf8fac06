/** `diff`: what changed since the last release, what must be said of it, and the record of a release. */
import { readFormat, UsageError, unknownWord } from '../command/command-line.js'
import type { ExitCode, Surroundings } from '../command/surroundings.js'
import { toDecide } from '../command/to-decide.js'
import { Faults } from '../report/fault.js'
import { asJson as faultsAsJson } from '../report/json.js'
import { type Format, type Rendering, renderFaults } from '../report/render.js'
import { kinds, sorts } from './change.js'
import { announce } from './changesets/announce.js'
import { check } from './check.js'
import { type Found, look } from './look.js'
import { record } from './release/record.js'
import { asJson, inWords } from './report.js'

export const help: string = `Compares the spec with the model of the last release.

  diff               what changed, in the words of the release notes, and whether it breaks apps
  diff --json        the same for programs: { released, bump, changes: [{ what, kind, breaks, names, before,
                     after, text }], faults, guesses }
  diff --changeset   write the changeset for it, with the smallest bump that says enough; remove it when
                     nothing changed
  diff --check       fail when a released scope is gone without having been deprecated for one release, when
                     the changesets make too small a release of a package, don't speak of a change that breaks
                     apps or name a package that isn't released, or the one that --changeset wrote was edited
                     or is not what it would write now
  diff --ready       fail as --check does, and while a guess of an import stands in the spec too; the
                     release's command asks this before versions are new
  diff --release     write the model of this release; the release's command does this once versions are new
  --format           how faults are told: text, json (which --json is short for), editor or github, as of
                     "npm run generate -- --format"; to json and editor nothing else is said
  -h, --help         this text

  what      ${sorts.join(', ')}
  kind      ${kinds.slice(0, 8).join(', ')},
            ${kinds.slice(8).join(', ')}
  before    and after: what stood and what stands, in the terms of the spec, where that can be told; of
            lists, what only one of them holds
  breaks    compile-time   a name or a type that an app may have written is gone or narrower, or a scope
                           covers less
            run-time       a call needs more, an address, a header or how text is read changed
            nothing        the rest; what only a server for tests goes by, such as lifetimes, too
  bump      from 1.0.0: major for what breaks, minor for what is new, patch for words
            before:     minor for what breaks, patch for the rest, since ^0.1.0 takes patches only

Before the first release (version 0.0.0) there is no model, everything is new, and any changeset will do.
After it a model that is missing is a fault.

A removed scope is put back as deprecated by the line that --check and generating show, or named under
"dropped" in the scopes' file.
A changeset that was edited is not written over: words of your own belong in another one.

Exit code: 0 all is well, 1 a fault in the spec or too little is announced, 2 wrong use.
`

const modes = ['--changeset', '--check', '--ready', '--release'] as const

type Mode = (typeof modes)[number]

/**
 * Runs `diff` with the words that follow it.
 *
 * @throws UsageError for words that mean nothing.
 */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const { print, style } = surroundings
  const { mode, format = style?.format ?? 'text' } = await readWords(args)
  const rendering = { format, colour: style?.colour }
  try {
    const found = await look(surroundings, mode === '--release')
    print(
      mode === undefined
        ? toldOf(found, rendering)
        : allIsWell(await act(mode, found, surroundings), found, format),
    )
    return 0
  } catch (error) {
    if (!(error instanceof Faults)) throw error
    print(renderFaults(error.faults, rendering))
    return 1
  }
}

interface Words {
  readonly mode: Mode | undefined
  readonly format: Format | undefined
}

async function readWords(args: readonly string[]): Promise<Words> {
  let mode: Mode | undefined
  let format: Format | undefined
  let isJson = false
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? ''
    const [name, value] = word.split('=', 2)
    const asked = modes.find((known) => known === word)
    if (asked !== undefined) {
      if (mode !== undefined && mode !== asked)
        throw new UsageError(`${mode} and ${asked} do not go together`)
      mode = asked
    } else if (word === '--json') isJson = true
    else if (name === '--format') {
      if (value === undefined) at += 1
      format = await readFormat(value ?? args[at])
    } else throw await unknownWord('option', word, [...modes, '--json', '--format', '--help'])
  }
  if (isJson && format !== undefined && format !== 'json') {
    throw new UsageError(`--json and --format ${format} do not go together`)
  }
  return { mode, format: isJson ? 'json' : format }
}

function act(mode: Mode, found: Found, surroundings: Surroundings): Promise<string> {
  switch (mode) {
    case '--changeset':
      return announce(found, surroundings)
    case '--check':
      return check(found, surroundings)
    case '--ready':
      return check(found, surroundings, true)
    case '--release':
      return record(found, surroundings)
  }
}

/** What changed; a fault in it stops nothing here. */
function toldOf(found: Found, rendering: Rendering): string {
  const { format } = rendering
  if (format === 'json') return asJson(found)
  const faults = renderFaults(found.lost, rendering)
  if (format === 'editor') return faults
  const words = inWords(found) + openIn(found)
  return found.lost.length === 0 ? words : `${words}\n${faults}`
}

/** What was done, for people; programs hear that there is no fault. */
function allIsWell(words: string, found: Found, format: Format): string {
  if (format === 'json') return faultsAsJson([], { guesses: found.guesses })
  return format === 'editor' ? '' : words + openIn(found)
}

/** What imports guessed, under what else is told to people. */
function openIn({ guesses }: Found): string {
  return guesses.length === 0 ? '' : `\n${toDecide(guesses)}\n`
}
