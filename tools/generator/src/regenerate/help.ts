/** What `--help` shows of the generator and of watching, in a repository whose commands are called in its own way. */
import type { House } from '../house/house.js'

export function help({ command, call, watch, ...house }: House): string {
  return `Writes the generated files from ${sourcesOf(house)}:
what is not current is written, and what is left over removed.

  ${command}
  ${call} <options>

  --check            write nothing; show what is not current, and fail if anything is
  --edited           write nothing; show what was edited by hand, and fail if anything was: nx asks first,
                     since its cache would put it back without a word
  --watch            write, and again whenever the spec changes, as "${watch}" does
  --format text      faults with the line, a caret and what to do; the default
           json      faults and files that are not current, as one JSON document; each by itself, where text
                     tells four or more that say the same of one file together
           editor    one line for each, file:line:column: error: …, as editors and their task runners
                     read it
           github    annotations of a GitHub workflow; the default there (GITHUB_ACTIONS=true)
  --json             short for --format json
  -h, --help         this text

  ${call} import …          bring an OpenAPI document into the spec
  ${call} diff …            say what changed since the last release, and whether it breaks apps
  ${call} <command> --help  all of a command's words; --watch has a help, too

Text is in colour on a terminal, plain in a pipe; NO_COLOR=1 and FORCE_COLOR=1 say otherwise.
A file that was edited by hand is told and not written over, until the edit is undone or the file deleted; nor
is one that does not open with the generator's mark, which among generated files fails a check. What git could
not merge is made anew. A run that was killed while it wrote is finished by the next one, --check included.

A run in which all is well ends with the places of what an import guessed, until "guessed" is taken out
there; JSON has them under "guesses".

Exit code: 0 all is current or was written, 1 a fault in the spec or a file that is not current, 2 wrong use.
`
}

export function watchHelp({ call, watch, ...house }: House): string {
  return `Writes the generated files from ${sourcesOf(house)},
and again whenever one of these is saved, until Ctrl-C.

  ${watch}
  ${call} --watch <options>

A fault is told once nothing was saved for a moment: a file may be read half written. Every report is about
the spec as a whole, so it takes the place of the one before. Where there is a fault nothing is written.

  --format text      what was written, or faults with the line, a caret and what to do; the default
           json      one document a line, { "faults": […], "guesses": […] }; all is well without faults
           editor    file:line:column: error: …, a line each, between the lines "Starting..." and
                     "Done. Watching for changes."; of a problem matcher in VS Code these are
                       "pattern": { "regexp": "^(.+?):(\\\\d+):(\\\\d+): error: (.*)$",
                                    "file": 1, "line": 2, "column": 3, "message": 4 },
                       "background": { "activeOnStart": true, "beginsPattern": "^Starting\\\\.\\\\.\\\\.$",
                                       "endsPattern": "^Done\\\\. Watching for changes\\\\.$" }
           github    annotations of a GitHub workflow; the default there (GITHUB_ACTIONS=true)
  --json             short for --format json
  -h, --help         this text

Exit code: 0 it was ended, 2 wrong use.
`
}

function sourcesOf({ spec, vectors }: Pick<House, 'spec' | 'vectors'>): string {
  return [...Object.values(spec), ...(vectors ? [vectors.folder] : [])].join(', ')
}
