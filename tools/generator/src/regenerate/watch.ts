/** `--watch`: writes, and again whenever a file of the spec is saved. */
import { dirname, join } from 'node:path'
import type { ExitCode, Surroundings } from '../command/surroundings.js'
import { printHere } from '../emit/typescript/press.js'
import { readInputs } from '../inputs/inputs.js'
import { entryLoader } from '../load/entries.js'
import { type Maker, maker } from '../make.js'
import { remember } from '../memory/remember.js'
import { writeAll } from './commands.js'
import { foldersIn } from './folder-watch.js'
import { runOnChange } from './run-on-change.js'

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
