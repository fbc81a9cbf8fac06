import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { nothing, timeOf } from '../processes/process-cost.js'
import type { SpecHouse } from './spec-house.js'

const saves = 20

/**
 * The saves of one file, in milliseconds, and after each what Node takes that does nothing: how
 * fast the machine is then.
 */
export interface Saves {
  readonly file: string
  readonly times: readonly number[]
  readonly idle: readonly number[]
}

/**
 * Measures from a save of a file of the spec until `--watch` says what it wrote.
 *
 * @param rest - milliseconds from its start to the first save.
 */
export async function savesUntilWritten(house: SpecHouse, rest: number): Promise<readonly Saves[]> {
  // As `npm run watch` starts it.
  const args = ['--min-semi-space-size=16', ...house.command('--watch').args]
  const watching = spawn(process.execPath, args, { cwd: house.folder })
  watching.stdout.setEncoding('utf8')
  const said = async (): Promise<void> => {
    for (;;) {
      const [text] = await once(watching.stdout, 'data')
      if (/ in all\n| current\n/.test(String(text))) return
    }
  }
  try {
    await said()
    await sleep(rest)
    const results: Saves[] = []
    for (const [file, place, addition] of edits) {
      const text = house.read(file)
      const times: number[] = []
      const idle: number[] = []
      for (let save = 0; save < saves; save += 1) {
        const done = said()
        const start = performance.now()
        house.write(file, save % 2 === 0 ? text.replace(place, `${place}${addition}`) : text)
        await done
        times.push(performance.now() - start)
        idle.push(timeOf(nothing(house.folder)))
        await sleep(100)
      }
      results.push({ file, times, idle })
    }
    return results
  } finally {
    watching.kill()
  }
}

/** In each file a place, and what is written after it. */
const edits = [
  ['spec/scopes.yaml', 'things: your managed databases', ' and what is in them'],
  ['spec/endpoints.yaml', 'description: Asks the user', ' kindly'],
  [
    'spec/operations.yaml',
    '\noperations:\n',
    '  GET /zz: { declared: account:read_only, since: 4.208.1, id: get-zz }\n',
  ],
] as const
