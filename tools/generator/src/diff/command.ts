/** `diff`: what changed since the last release, what must be said of it, and the record of a release. */
import type { ExitCode, Surroundings } from '../command/surroundings.js'
import { toDecide } from '../command/to-decide.js'
import { oneOf, readWords, unknownWord } from '../command/words.js'
import { wrap } from '../emit/typescript/docs.js'
import type { House } from '../house/house.js'
import { Faults } from '../report/fault.js'
import { asJson as faultsAsJson } from '../report/json.js'
import { type Format, type Rendering, renderFaults } from '../report/render.js'
import { kinds, sorts } from './change.js'
import { announce } from './changesets/announce.js'
import { changesetFile } from './changesets/changeset.js'
import { check } from './check.js'
import { type Found, look } from './look.js'
import { record } from './release/record.js'
import { asJson, inWords, wrongIn } from './report.js'

export function help(house: House): string {
  const { call, release } = house
  return `Compares the spec with ${release.model}, the model of the last release: what changed, in
the words of the release notes, and whether it breaks apps.

  ${release.diff}
  ${release.diff} <options>

  --changeset     write ${changesetFile(house)}, the changeset for it, with the smallest bump that says
                  enough; remove it when nothing changed
  --check         fail when a released scope is gone without having been deprecated for one release, when
                  the changesets make too small a release of a package, don't speak of a change that breaks
                  apps or name a package that isn't released, the one that --changeset wrote was edited or is
                  not what it would write now, or a release was begun and not finished, or under too small a
                  version
  --ready         fail as --check does, but not for a release that can be finished, and while a guess of an
                  import stands in the spec; asked by "${release.command}" before versions are new
  --release       write the model of this release; done by "${release.command}" once versions are new
  --format <form> how faults are told: text, json, editor or github, as "${call} --help"
                  says; to json and editor nothing else is said
  --json          short for --format json; without one of the first four options it tells what changed:
                  { released, bump, changes: [{ what, kind, breaks, names, before, after, isAside, text }],
                  faults, guesses }
  -h, --help      this text

What JSON holds

  what      ${listedInHelp(sorts)}
  kind      ${listedInHelp(kinds)}
  before    and after: what stood and what stands, in the terms of the spec, where that can be told; of
            lists, what only one of them holds
  breaks    compile-time   a name or a type that an app may have written is gone or narrower, or a scope
                           covers less
            run-time       a call needs more, an address, a header or how text is read changed
            nothing        the rest; what only a server for tests goes by, such as lifetimes, too
  isAside   true where no release note tells it, and it takes no release: what the spec says of the
            provider's document
  bump      from 1.0.0: major for what breaks, minor for what is new, patch for words
            before:     minor for what breaks, patch for the rest, since ^0.1.0 takes patches only

Before the first release (version 0.0.0) there is no model, everything is new, and any changeset will do.
After it a model that is missing is a fault.

A removed scope is put back as deprecated by the line that --check and generating show, or named under
"dropped" in the scopes' file.
A changeset that was edited is not written over: words of your own belong in another one.

Exit code: 0 all is well, 1 a fault in the spec, in its examples or in what was released, or too little is
announced, 2 wrong use.
`
}

/** Words of a list, over as many lines as they need. */
function listedInHelp(words: readonly string[]): string {
  return wrap(words.join(', '), 98).join(`\n${' '.repeat(12)}`)
}

const modes = ['--changeset', '--check', '--ready', '--release'] as const

type Mode = (typeof modes)[number]

/**
 * Runs `diff` with the words that follow it.
 *
 * @throws UsageError for words that mean nothing.
 */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const { print, style } = surroundings
  const words = await readWords(args, modes)
  const [other] = words.others
  if (other !== undefined) throw await unknownWord('argument', other, words.known)
  const mode = oneOf(words, modes)
  const format = words.format ?? style?.format ?? 'text'
  const rendering = { format, colour: style?.colour }
  try {
    const found = await look(surroundings, mode === '--release')
    if (mode === undefined) {
      print(toldOf(found, rendering))
      return wrongIn(found).length === 0 ? 0 : 1
    }
    print(allIsWell(await act(mode, found, surroundings), found, format))
    return 0
  } catch (error) {
    if (!(error instanceof Faults)) throw error
    print(renderFaults(error.faults, rendering))
    return 1
  }
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

/** What changed, and what is wrong with it. */
function toldOf(found: Found, rendering: Rendering): string {
  const { format } = rendering
  if (format === 'json') return asJson(found)
  const wrong = wrongIn(found)
  const faults = renderFaults(wrong, rendering)
  if (format === 'editor') return faults
  const words = inWords(found) + openIn(found)
  return wrong.length === 0 ? words : `${words}\n${faults}`
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
