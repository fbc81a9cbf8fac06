/** What the words after the generator's name ask for. */
import type { Format } from '../report/render.js'
import { oneOf, readWords, UsageError, unknownWord } from './words.js'

/** The commands that stand in a folder of their own and read their own words. */
const subcommands = ['import', 'diff'] as const

export type Subcommand = (typeof subcommands)[number]

/** What has a help of its own. */
export type Topic = Subcommand | '--watch'

/** What keeps the generated files current in another way than by writing what isn't. */
const flags = ['--check', '--edited', '--watch'] as const

/** What the command line asks for. */
export type Request =
  | { readonly mode: 'write' | (typeof flags)[number]; readonly format: Format | undefined }
  /** Left out, the generator's own. */
  | { readonly mode: 'help'; readonly of: Topic | undefined }
  | { readonly mode: Subcommand; readonly args: readonly string[] }

/** @throws UsageError when the words ask for nothing that there is. */
export async function readRequest(args: readonly string[]): Promise<Request> {
  const subcommand = subcommandIn(args)
  if (args.includes('--help') || args.includes('-h')) {
    const [first = '-'] = args
    if (subcommand === undefined && !first.startsWith('-'))
      throw await unknownWord('command', first, [...subcommands, ...flags])
    return { mode: 'help', of: topicOf(args) }
  }
  if (subcommand !== undefined) return { mode: subcommand, args: args.slice(1) }
  const words = await readWords(args, flags)
  const [other] = words.others
  if (other !== undefined) {
    if (subcommandIn(words.others) === undefined)
      throw await unknownWord('command', other, [...subcommands, ...words.known])
    throw new UsageError(
      `${other} stands first: ${[other, ...args.filter((word) => word !== other)].join(' ')}`,
    )
  }
  return { mode: oneOf(words, flags) ?? 'write', format: words.format }
}

/** What words are about that has a help of its own, if they are. */
export function topicOf(args: readonly string[]): Topic | undefined {
  return subcommandIn(args) ?? (args.includes('--watch') ? '--watch' : undefined)
}

function subcommandIn([first]: readonly string[]): Subcommand | undefined {
  return subcommands.find((name) => name === first)
}
