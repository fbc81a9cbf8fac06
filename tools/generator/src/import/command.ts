/** `import`: brings an API document into the spec. */

import type { ExitCode, Surroundings } from '../command/surroundings.js'
import { asFirstRead } from '../disk/as-first-read.js'
import type { House } from '../house/house.js'
import { isSame } from '../inputs/bundle.js'
import { readInputs } from '../inputs/inputs.js'
import { Faults } from '../report/fault.js'
import { type Rendering, renderFaults } from '../report/render.js'
import { finishJournal } from '../write/finish-journal.js'
import { UNFINISHED } from '../write/journal.js'
import { makeChanges } from '../write/make-changes.js'
import { readArguments, type Wanted } from './arguments.js'
import { withVersion } from './document-versions.js'
import { type Followed, follow } from './follow.js'
import { makePlan } from './plan/make-plan.js'
import { locate, locateRoot } from './read/location.js'
import { readOpenApi } from './read/read-openapi.js'
import { asJson, type Done, inWords } from './report.js'
import { requireSameApi } from './same-api.js'
import { inWordsOfToday } from './words-of-today.js'
import { placesAfter } from './write/places.js'
import { changesOf, readSpec } from './write/spec-texts.js'

export function help({ command, call, release }: House): string {
  return `Brings an OpenAPI document into the spec: the operations and the scopes that they need.
Then it generates the code anew, as "${command}" does, and writes the changeset, as
"${release.diff} --changeset" does.

  ${call} import openapi <file or address> <options>

The document is OpenAPI 3 or Swagger 2, JSON or YAML. An address begins with https:// (on this machine with
http://, too) and holds no password.

  --dry-run       write nothing, tell what would be written
  --spec-only     write the spec, and leave the code and the changeset as they are
  --as <version>  the version that the document has: a number (4.240.0) or a month (2026-11) where it says
                  none, without which it is not imported, or another number than it says
  --root <folder> the folder in which all files of a split document stand; left out, only those in the
                  document's own folder and below are read
  --remove        remove the operations that the document does not hold, and retire the families that only
                  they needed
  --format <form> how faults are told: text, json, editor or github, as "${call} --help" says
  --json          short for --format json; all else is told so, too, with every operation: { document, older,
                  version, written, files, changes: [{ kind, key, before, after, text }], warnings,
                  decisions, generated, faults }; where nothing was imported, { faults } alone
  -h, --help      this text

Examples

  ${call} import openapi https://api.example.com/openapi.json --dry-run
  ${call} import openapi ./openapi.yaml

What it means for apps "${release.diff}" tells once more.

What changes

  operations   new ones go where the order of the file has them; of known ones the declaration. Comments,
               notes, ids, the order and what was recorded stay, and the recorded answer goes on winning.
               Where less is declared than was needed, what was needed stays, too, until you have decided.
               They are known by method and path, whatever the names of the gaps and with or without a version
               (/v4, /{apiVersion}) before it.
  scopes       a new family is proposed, with words to be put in order; one that is declared no more and
               needed by no operation is retired, never removed.
  misspelt     what the spec does not know and one slip can explain is told with the scope that was meant, and
               never becomes a scope. Without a recorded answer the operation gets "corrected" and a note.
               What the spec explains already is counted in one line.
  old texts    that the spec reads as another scope (aliases, former families) are taken for that one.
  older        of a document that is older than the spec nothing is taken but an earlier "since".

Then comes what a person must decide: answer it in the spec, and import the same document again. That changes
nothing but what follows from your answers. What was guessed is marked "guessed: true", a note that was
written for another declaration "guessed: note", and each import asks about it until you have put it right and
taken the mark out. Files that a document is split into ($ref) are read from its own folder (or --root) and
those below it, or from its own server, only. Should the result be at fault, nothing is written; should the
code or the changeset not be, the spec is, and another import goes on from there.

Exit code: 0 it was imported, whatever there is to decide, 1 the document can't be read, the spec is at fault,
or the code or the changeset can't be written, 2 wrong use.
`
}

/**
 * Runs `import` with the words that follow it. Files are meant from the folder that npm was called in.
 *
 * @throws UsageError for words that mean nothing.
 */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const { print } = surroundings
  const wanted = await readArguments(args)
  const folder = process.env['INIT_CWD'] ?? process.cwd()
  const url = locate(wanted.document, folder)
  const format = wanted.format ?? surroundings.style?.format ?? 'text'
  try {
    const done = await bring(url, folder, wanted, surroundings)
    const followed = wanted.dryRun || wanted.specOnly ? undefined : await follow(quiet(surroundings))
    const faults = followed?.faults ?? []
    if (format === 'json') print(asJson(done, followed))
    else print(inWords(done, followed) + told(faults, { ...surroundings.style, format }))
    return faults.length === 0 ? 0 : 1
  } catch (error) {
    if (!(error instanceof Faults)) throw error
    print(renderFaults(error.faults, { ...surroundings.style, format }))
    const half = error.faults.some(({ rule }) => rule === UNFINISHED)
    if (format === 'text') print(`\n${error.message}${half ? '' : '; nothing was written'}\n`)
    return 1
  }
}

/** The same, where steps say nothing by themselves. */
function quiet(surroundings: Surroundings): Surroundings {
  return { ...surroundings, print: () => {} }
}

/** What stops that which follows; nothing where nothing does. */
function told(faults: Followed['faults'], rendering: Rendering): string {
  return faults.length === 0 ? '' : `\n${renderFaults(faults, rendering)}`
}

/** read ▸ plan ▸ write, once the new texts are known to be sound. */
async function bring(
  url: URL,
  folder: string,
  { as, root, remove, dryRun }: Wanted,
  surroundings: Surroundings,
): Promise<Done> {
  const { house, disk } = surroundings
  await finishJournal(disk, house)
  const place = { ...surroundings, disk: asFirstRead(disk) }
  const spec = await readSpec(place)
  const read = await readOpenApi(url, folder, root === undefined ? undefined : locateRoot(root, folder, url))
  requireSameApi(read, spec.operations)
  const document = inWordsOfToday(withVersion(read, as), spec.scopes)
  const plan = makePlan(document, spec, remove)
  const changes = await changesOf(plan, spec, place)
  if (changes.length > 0 && !dryRun) {
    const { parts } = await readInputs(house, place.disk)
    const isCurrent = async () => isSame((await readInputs(house, disk)).parts, parts)
    await makeChanges(changes, disk, house, isCurrent)
  }
  const files = changes.map(({ path }) => path)
  const placeOf = await placesAfter(changes, place)
  return { document, plan, files, placeOf, before: spec.operations.version, dryRun, house }
}
