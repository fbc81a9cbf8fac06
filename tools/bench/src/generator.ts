import { median } from './median.js'
import { type Command, timeOf } from './process-cost.js'
import { savesUntilWritten } from './save-latency.js'
import { SpecHouse } from './spec-house.js'

const rounds = 15

/**
 * What a run of the generator on Linode's spec costs as a whole process, beside Node that does nothing, in turn; and how
 * long `--watch` takes from a save to the last file.
 */
export async function generator(): Promise<string> {
  const house = new SpecHouse()
  try {
    const full = beside(house.fromNothing())
    const nothing = beside(house.command())
    const saves = await savesUntilWritten(house)
    return [
      `  everything from nothing: ${full}; at most 12 times is promised`,
      `  nothing changed: ${nothing}; at most 1.6 times is promised`,
      ...saves.map(
        ({ file, times }) =>
          `  a save of ${file} under --watch, 4 s after its start: written after ${median(times).text} ms; at most 50 is promised`,
      ),
    ].join('\n')
  } finally {
    house.remove()
  }
}

function beside(command: Command): string {
  const pairs = Array.from({ length: rounds }, () => ({
    own: timeOf(command),
    idle: timeOf({ args: ['-e', '0'], folder: command.folder }),
  }))
  const ratio = median(pairs.map(({ own, idle }) => own / idle)).text
  return `${median(pairs.map(({ own }) => own)).text} ms, ${ratio} times node -e 0`
}
