/** Colour on a terminal, nothing in a pipe. */
import type { Look, Paint } from './command.js'

const codes: Readonly<Record<Look, number>> = { strong: 1, quiet: 2, good: 32, odd: 33, bad: 31 }

/** Paints by the codes of a terminal. */
export const coloured: Paint = (look, text) => `\u001b[${codes[look]}m${text}\u001b[0m`

/** Leaves words as they are. */
export const plain: Paint = (_, text) => text

/**
 * `FORCE_COLOR` and `NO_COLOR` (https://no-color.org) win over what the output is; the first
 * of both, as in Node itself.
 */
export function paintFor(isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): Paint {
  const { NO_COLOR = '', FORCE_COLOR, TERM } = env
  if (FORCE_COLOR !== undefined) return ['0', 'false'].includes(FORCE_COLOR) ? plain : coloured
  return isTerminal && TERM !== 'dumb' && NO_COLOR === '' ? coloured : plain
}
