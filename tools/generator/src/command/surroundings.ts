/** What commands are given, and what they give back. */
import type { Disk } from '../disk/disk.js'
import type { House } from '../house/house.js'
import type { Load } from '../load/load.js'
import type { Style } from './style.js'

/** What a command works on, and where it says what it did. */
export interface Surroundings {
  readonly house: House
  readonly disk: Disk
  /** What stands for the generator itself; `undefined` where nothing is to be remembered. */
  readonly engine: string | undefined
  print(text: string): void
  /** What reads the files of the spec; left out, each is read anew. */
  readonly load?: Load | undefined
  /** How faults are told; left out, as plain text. */
  readonly style?: Style | undefined
}

/** An exit code: 0 all is well, 1 it is not, 2 wrong use. */
export type ExitCode = 0 | 1 | 2

/** A command with a folder of its own, as its `command.ts` exports it. */
export interface Command {
  /** What `--help` shows. */
  help(house: House): string
  run(args: readonly string[], surroundings: Surroundings): Promise<ExitCode>
}
