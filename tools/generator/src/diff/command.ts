/** `diff`: what changed since the last release, what must be said of it, and the record of a release. */
import { UsageError, unknownWord } from '../command-line.js'
import type { ExitCode, Surroundings } from '../commands.js'
import { Faults } from '../report/fault.js'
import { renderFaults } from '../report/render.js'
import { announce } from './announce.js'
import { check } from './check.js'
import { look } from './look.js'
import { record } from './record.js'
import { asJson, inWords } from './report.js'

export const help = `Compares the spec with the model of the last release.

  diff               what changed, in the words of the release notes, and whether it breaks apps
  diff --json        the same for programs: { released, bump, changes: [{ what, kind, breaks, names, text }] }
  diff --changeset   write the changeset for it, with the smallest bump that says enough; remove it when nothing changed
  diff --check       fail when a released scope is gone without having been deprecated for one release, when the
                     changesets make too small a release, or when none speaks of a change that breaks apps
  diff --release     write the model of this release; the release's command does this once the versions are new
  -h, --help         this text

  breaks    compile-time   a name or a type that an app may have written is gone or narrower
            run-time       a call needs more, a scope covers less, a default or how text is read changed
            nothing        the rest
  bump      from 1.0.0: major for what breaks, minor for what is new, patch for words
            before:     minor for what breaks, patch for the rest, since ^0.1.0 takes patches only

Before the first release there is no model, everything is new, and any changeset will do.

A removed scope is put back as deprecated by the line that --check shows, or named under "dropped" in the scopes' file.
A changeset that was edited is not written over: words of your own belong in another one.

Exit code: 0 all is well, 1 a fault in the spec or too little is announced, 2 wrong use.
`

const modes = ['--json', '--changeset', '--check', '--release'] as const

type Mode = (typeof modes)[number]

/**
 * Runs `diff` with the words that follow it.
 *
 * @throws UsageError for words that mean nothing.
 */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const { print, style } = surroundings
  if (args.includes('--help') || args.includes('-h')) {
    print(help)
    return 0
  }
  const mode = await readMode(args)
  try {
    return await act(mode, surroundings)
  } catch (error) {
    if (!(error instanceof Faults)) throw error
    print(renderFaults(error.faults, mode === '--json' ? { format: 'json' } : style))
    return 1
  }
}

async function readMode(args: readonly string[]): Promise<Mode | undefined> {
  const unknown = args.find((word) => !modes.some((mode) => mode === word))
  if (unknown !== undefined) throw await unknownWord('option', unknown, modes)
  if (args.length > 1) throw new UsageError(`${args.join(' and ')} do not go together`)
  return modes.find((mode) => mode === args[0])
}

async function act(mode: Mode | undefined, surroundings: Surroundings): Promise<ExitCode> {
  const { print, style } = surroundings
  const found = await look(surroundings)
  switch (mode) {
    case '--json':
      print(asJson(found))
      return 0
    case '--changeset':
      print(await announce(found, surroundings))
      return 0
    case '--check':
      print(await check(found, surroundings))
      return 0
    case '--release':
      print(await record(found, surroundings))
      return 0
    case undefined:
      print(inWords(found))
      if (found.lost.length > 0) print(`\n${renderFaults(found.lost, style)}`)
      return 0
  }
}
