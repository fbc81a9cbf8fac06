/** Work that is done again whenever something in folders changes. */
import { FolderWatch } from './folder-watch.js'
import { Signal } from './signal.js'

/** Editors save in several steps (truncate, write, rename): so many milliseconds of quiet make one save. */
const QUIET = 2

/**
 * A file may be read half written: a fault is told when nothing was saved for so many milliseconds after it.
 */
const SETTLED = 150

/**
 * Runs once, and again whenever something in the folders, or behind a link in one, changes, until the signal
 * aborts. A run is never begun while one is under way; what changes meanwhile leads to one more. No change is
 * missed: the folders are watched before the first run, a change is forgotten only when a run that will see it
 * begins, and a folder that is taken away is watched again when it is back.
 *
 * @param folders - gives those that are meant when a run begins; one that comes into another is watched, too.
 * @param run - is given a function that waits a while and says whether nothing changed since the run began.
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
