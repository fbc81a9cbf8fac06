import { watch } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

/** Editors save in several steps (write, rename, touch): so many milliseconds of quiet make one save. */
const QUIET = 50

/**
 * Runs once, and again whenever something in a folder changes, until the signal aborts. A run is never begun while one
 * is under way; what changes meanwhile leads to one more.
 */
export async function runOnChange(
  folder: string,
  run: () => Promise<unknown>,
  signal: AbortSignal,
): Promise<void> {
  const changed = new Flag()
  changed.raise()
  signal.addEventListener('abort', () => changed.raise(), { once: true })
  await Promise.all([listen(folder, changed, signal), runEach(run, changed, signal)])
}

async function listen(folder: string, changed: Flag, signal: AbortSignal): Promise<void> {
  try {
    for await (const _ of watch(folder, { recursive: true, signal })) changed.raise()
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

async function runEach(run: () => Promise<unknown>, changed: Flag, signal: AbortSignal): Promise<void> {
  for (;;) {
    await changed.raised()
    if (signal.aborted) return
    await sleep(QUIET)
    changed.lower()
    await run()
  }
}

/** Something that happened and waits to be seen. */
class Flag {
  #up = false
  #wake = () => {}

  raise(): void {
    this.#up = true
    this.#wake()
  }

  lower(): void {
    this.#up = false
  }

  async raised(): Promise<void> {
    while (!this.#up) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }
}
