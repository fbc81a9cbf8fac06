/** What the command line answers to words, asked without a process. */
import { createReadStream } from 'node:fs'
import { operations } from '@linode-login/core/operations'
import { plain } from './paint.js'
import { type Outcome, run } from './run.js'

/** An operation that takes a personal access token only, whichever of Linode's comes first, and its path. */
export const [personal = ''] = [...operations()].flatMap(([name, { needs }]) =>
  needs === 'pat' && /^GET [^{]+$/.test(name) ? [name] : [],
)
export const personalPath: string = personal.replace('GET ', '')

/** To the words after the name of the program. */
export function told(...words: readonly string[]): Promise<Outcome> {
  return run(words, { read: createReadStream }, plain)
}

/** To the words after `scopes`. */
export function scopes(...words: readonly string[]): Promise<Outcome> {
  return told('scopes', ...words)
}

/** What `--json` prints to the words after `scopes`. */
export const json = async (...words: readonly string[]) =>
  JSON.parse((await scopes(...words, '--json')).stdout)
