/** `--watch` in a clone, as a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, vi } from 'vitest'
import type { Clone } from './clone.fixture.js'

export class Watching implements AsyncDisposable {
  readonly #process: ChildProcess
  /** What it said since it began, or since this was emptied. */
  said = ''

  /** Starts it, and waits until all that is generated is current. */
  static async start(clone: Clone): Promise<Watching> {
    const watching = new Watching(clone)
    await until(() => expect(watching.said).toContain(' are current\n'))
    return watching
  }

  private constructor(clone: Clone) {
    this.#process = spawn(process.execPath, [join(clone.folder, 'tools/generator/dist/main.js'), '--watch'], {
      env: { ...process.env, FORCE_COLOR: '0' },
    })
    this.#process.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.said += text
    })
  }

  /** Ends it as Ctrl-C does, which is no failure. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#process.kill('SIGINT')
    expect(await once(this.#process, 'exit')).toEqual([0, null])
  }
}

/** Waits for what a save leads to. */
export function until(condition: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(condition, { timeout: 60_000, interval: 20 })
}

/** A spec with a family more. */
export function withFamily(name: string, spec: string): string {
  return spec.replace(/^families:\n/m, `families:\n  gadgets:\n    name: ${name}\n    things: your gadgets\n`)
}
