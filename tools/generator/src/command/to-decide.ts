/** What imports guessed, told behind what a run did. */
import type { Aside } from '../report/fault.js'
import { positionOf } from '../report/text.js'
import { visible } from '../report/visible.js'

/** How many are told before the rest is counted. */
const FEW = 8

/** A headline, and a line for each or for the first few. */
export function toDecide(guesses: readonly Aside[]): string {
  const told = guesses.length <= FEW + 1 ? guesses : guesses.slice(0, FEW)
  const rest = guesses.length - told.length
  return [
    'To decide, until "guessed" is taken out there:',
    ...told.map(({ place, says }) => `  ${positionOf(place)}: ${visible(says)}`),
    ...(rest === 0 ? [] : [`  … and ${rest} more`]),
  ].join('\n')
}
