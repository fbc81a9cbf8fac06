import type { Format, Rendering } from '../report/render.js'

/** How a report looks. */
export interface Style extends Rendering {
  readonly format: Format
}

/**
 * The look that was asked for or, where nothing was, the one that suits the place: annotations in a GitHub
 * workflow, colour on a terminal, plain text in a pipe. `FORCE_COLOR` and `NO_COLOR` (https://no-color.org)
 * say otherwise; the first wins, as in Node itself.
 *
 * @param isTerminal - whether the report goes to a terminal.
 */
export function styleOf(
  format: Format | undefined,
  env: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): Style {
  const { FORCE_COLOR: force, NO_COLOR: never, GITHUB_ACTIONS: github, TERM: terminal } = env
  const colour =
    force === undefined ? isTerminal && terminal !== 'dumb' && !never : !['0', 'false'].includes(force)
  return { format: format ?? (github === 'true' ? 'github' : 'text'), colour }
}
