/** The way of the words of a command line: which command, its words, its answer, the exit code. */
import { OAuthScopes } from '@linode-login/core'
import { version } from '../version.js'
import type { Command, Paint, Surroundings } from './command.js'
import { didYouMean } from './nearest.js'
import { readScopes } from './read-scopes.js'
import { Refusal } from './refusal.js'
import { check } from './scopes/check.js'
import { diff } from './scopes/diff.js'
import { explain } from './scopes/explain.js'
import { forOperations } from './scopes/for.js'
import { list } from './scopes/list.js'
import { shown } from './shown.js'
import { readWords } from './words.js'

/** What a run leaves behind. */
export interface Outcome {
  readonly exitCode: 0 | 1 | 2
  readonly stdout: string
  readonly stderr: string
}

/** What follows after `scopes`. */
const commands: Readonly<Record<string, Command>> = { explain, for: forOperations, check, diff }

const start = 'npx @linode-login/node scopes'

const help = `What Linode's OAuth scopes mean, and which ones an app needs.

  ${start.padEnd(42)}${list.summary}
${Object.entries(commands)
  .map(([name, { summary }]) => `  ${`${start} ${name} …`.padEnd(42)}${summary}\n`)
  .join('')}  ${'… --help'.padEnd(42)}all about a command

  --json         as JSON, for programs
  --version      the version of this package
  -h, --help     this text

Text is in colour on a terminal, plain in a pipe; NO_COLOR=1 and FORCE_COLOR=1 say otherwise. With --json what is wrong
is told as JSON too, on the error output.

Examples

  ${start}
  ${start} explain linodes:read_write
  ${start} for 'GET /linode/instances'
  ${start} check --asked "linodes:read_write" --log har.json
  ${start} diff "linodes:*" "linodes:read_only"

Exit code: 0 fine; 1 a finding: something to look into; 2 wrong use, or a file that can't be read.
`

/**
 * Does what the words ask for. Nothing is printed and no process ended: that is for the caller.
 *
 * @param typed - what stands after the name of the program
 * @param paint - how the text for people looks
 */
export async function run(
  typed: readonly string[],
  surroundings: Surroundings,
  paint: Paint,
): Promise<Outcome> {
  const words = commandFirst(typed)
  try {
    return await dispatch(words, surroundings, paint)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { code, message } = error
    const hint = code === 'usage' ? `\n${helpFor(words)} --help tells what there is.` : ''
    const stderr = words.includes('--json')
      ? `${JSON.stringify({ error: { code, message } })}\n`
      : `${message}${hint}\n`
    return { exitCode: 2, stdout: '', stderr }
  }
}

/** `--json` may stand before the command, too: it is put behind all else. */
function commandFirst([first, second, ...others]: readonly string[]): string[] {
  if (first === '--json' && second !== undefined) return [...commandFirst([second, ...others]), first]
  if (first === 'scopes' && second === '--json') return [...commandFirst([first, ...others]), second]
  return [first, second].filter((word) => word !== undefined).concat(others)
}

async function dispatch(
  words: readonly string[],
  surroundings: Surroundings,
  paint: Paint,
): Promise<Outcome> {
  const [first, second = '-', ...others] = words
  if (first === '--help' || first === '-h') return said(help)
  if (first === '--version') return said(`${version}\n`)
  if (first === undefined) return { exitCode: 2, stdout: '', stderr: help }
  if (first !== 'scopes') {
    const meant = Object.hasOwn(commands, first) ? `scopes ${first}` : undefined
    throw unknownCommand(first, ['scopes'], meant)
  }
  if (second.startsWith('-')) return runCommand(list, words.slice(1), surroundings, paint)
  const command = Object.hasOwn(commands, second) ? commands[second] : undefined
  if (command === undefined) {
    const meant = readScopes(second).some(OAuthScopes.isKnown) ? `explain ${shown(second)}` : undefined
    throw unknownCommand(second, Object.keys(commands), meant)
  }
  return runCommand(command, others, surroundings, paint)
}

async function runCommand(
  command: Command,
  words: readonly string[],
  surroundings: Surroundings,
  paint: Paint,
): Promise<Outcome> {
  const read = readWords(words, command.options, command.switches)
  if (read.help) return said(command.help)
  const { finding, json, text } = await command.run(read, surroundings)
  const stdout = read.json ? `${JSON.stringify(json, undefined, 2)}\n` : text(paint)
  return { exitCode: finding ? 1 : 0, stdout, stderr: '' }
}

function said(stdout: string): Outcome {
  return { exitCode: 0, stdout, stderr: '' }
}

function unknownCommand(word: string, known: readonly string[], meant: string | undefined): Refusal {
  const near = meant === undefined ? didYouMean(word, known) : ` Did you mean ${meant}?`
  const hint = near || ` There is ${known.join(', ')}.`
  return new Refusal('usage', `There is no command ${shown(word)}.${hint}`)
}

function helpFor([first, second = '']: readonly string[]): string {
  return first === 'scopes' && Object.hasOwn(commands, second) ? `${start} ${second}` : start
}
