/** What a command of the command line is, and what it leaves behind. */
import type { Words } from './words.js'

/** What a command says: both ways, of which one is printed. */
export interface Answer {
  /** For people, with a line break at its end. */
  readonly text: (paint: Paint) => string
  /** For programs: what `--json` prints. */
  readonly json: object
  /** Whether it is something to look into: exit code 1. */
  readonly finding: boolean
}

/** One command. */
export interface Command {
  /** What it does, for the list of commands. */
  readonly summary: string
  /** What `--help` prints, all that one needs to know. */
  readonly help: string
  /** Its options that take a value. */
  readonly options: readonly string[]
  /** Its options that take none, besides `--json` and `--help`. */
  readonly switches?: readonly string[]
  /** Does it. */
  run(words: Words, surroundings: Surroundings): Answer | Promise<Answer>
}

/** What commands need of the process that they run in. */
export interface Surroundings {
  /** The bytes of a file; those of the standard input for `-`. */
  read(path: string): AsyncIterable<Uint8Array>
}

/** Gives words the looks that a terminal can. */
export type Paint = (look: Look, text: string) => string

/** What words are: a heading or a name, an aside, what is well, what to look at, what is wrong. */
export type Look = 'strong' | 'quiet' | 'good' | 'odd' | 'bad'
