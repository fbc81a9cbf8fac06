/** `--watch`: writes, and again whenever a file of the spec is saved. */
import { dirname, join } from 'node:path'
import type { ExitCode, Surroundings } from '../command/surroundings.js'
import { printHere } from '../emit/typescript/press.js'
import { readInputs } from '../inputs/inputs.js'
import { entryLoader } from '../load/entries.js'
import { type Maker, maker } from '../make.js'
import { remember } from '../memory/remember.js'
import { writeAll } from './commands.js'
import { FolderWatch, foldersIn } from './folder-watch.js'
import { Signal } from './signal.js'

/** Editors save in several steps (truncate, write, rename): so many milliseconds of quiet make one save. */
const QUIET = 2

/**
 * A file may be read half written: a fault is told when nothing was saved for so many milliseconds after it.
 */
const SETTLED = 150

/** For so many milliseconds whole runs are practised: the first is ten times as slow as the last. */
const PRACTICE = 2500

/**
 * What stands before and behind each report in the form for editors: what they showed of the one before is gone
 * with it. Every other form says when all is well.
 */
export const MARKS = { begin: 'Starting...\n', end: 'Done. Watching for changes.\n' }

/** Goes on until the signal aborts. What was made is kept, so that a save costs only what it changed. */
export async function watchAll(
  surroundings: Surroundings,
  root: string,
  stop: AbortSignal,
): Promise<ExitCode> {
  const { house, disk, engine = '', print, style = { format: 'text' } } = surroundings
  const { spec, schemas, vectors } = house
  const files = [...Object.values(spec), ...Object.values(schemas), ...(vectors ? [vectors.schema] : [])]
  const [folders, trees] = [[...new Set(files.map(dirname))], vectors ? [vectors.folder] : []]
  const at = (folder: string) => join(root, folder)
  const press = printHere()
  const read = entryLoader()
  const make = maker(() => press, read)
  let rememberLast = async (): Promise<unknown> => undefined
  const makeNow: Maker = async (inputs) => {
    const made = await make(inputs, house)
    rememberLast = () => remember(disk, house.memory, { engine, inputs }, made)
    return made
  }
  let practised = 0
  if (style.format === 'text') print(`watching ${[...folders, ...trees].join(', ')}, until Ctrl-C\n`)
  const { begin, end } = style.format === 'editor' ? MARKS : { begin: '', end: '' }
  await runOnChange(
    () => [...folders.map(at), ...trees.flatMap((tree) => foldersIn(at(tree)))],
    stop,
    async (settled) => {
      const words: string[] = []
      const code = await writeAll(
        {
          ...surroundings,
          engine: undefined,
          style: { ...style, compact: true },
          print: (text) => words.push(text),
        },
        makeNow,
      )
      if (code === 0 || (await settled())) print(`${begin}${words.join('')}${end}`)
      // It is for the next process, so the files come first.
      if (code === 0) await rememberLast()
      // Between the first saves nothing else is to be done, so a run is practised until its code is compiled.
      while (code === 0 && practised < PRACTICE && (await settled(0))) {
        const start = performance.now()
        await maker(() => press, read)(await readInputs(house, disk), house).catch(() => undefined)
        practised += performance.now() - start
      }
    },
  )
  return 0
}

/**
 * Runs once, and again whenever something in the folders, or behind a link in one, changes, until the signal aborts. A run is never
 * begun while one is under way; what changes meanwhile leads to one more. No change is missed: the folders
 * are watched before the first run, a change is forgotten only when a run that will see it begins, and a folder
 * that is taken away is watched again when it is back.
 *
 * @param folders gives those that are meant when a run begins; one that comes into another is watched from then on.
 * @param run is given a function that waits a while and says whether nothing changed since the run began.
 */
export async function runOnChange(
  folders: () => readonly string[],
  stop: AbortSignal,
  run: (settled: (milliseconds?: number) => Promise<boolean>) => Promise<void>,
): Promise<void> {
  const changed = new Signal()
  const watch = new FolderWatch(folders, () => changed.raise())
  try {
    watch.renew()
    stop.addEventListener('abort', () => changed.raise(), { once: true })
    changed.raise()
    await runEach(changed, stop, async (settled) => {
      watch.renew()
      await run(settled)
    })
  } finally {
    watch.close()
  }
}

async function runEach(
  changed: Signal,
  stop: AbortSignal,
  run: (settled: (milliseconds?: number) => Promise<boolean>) => Promise<void>,
): Promise<void> {
  for (;;) {
    await changed.raised()
    do changed.lower()
    while (!stop.aborted && (await changed.raisedWithin(QUIET)))
    if (stop.aborted) return
    await run(async (milliseconds = SETTLED) => !(await changed.raisedWithin(milliseconds)))
  }
}
