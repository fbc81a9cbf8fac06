/** What a user decides on a login. */
import { checkOptions } from '../options/check-options.js'
import { type Rule, type Rules, yesOrNo } from '../options/option-rules.js'
import { UsageError } from '../options/usage-error.js'

/** Whether the user lets the app do all that it asks for, a part of it, or nothing. */
export type Decision =
  | {
      /** The scopes that the user grants of those that the app asks for; all of them if left out. */
      readonly grant?: readonly string[] | undefined
      readonly deny?: false | undefined
    }
  | {
      readonly grant?: undefined
      /** Whether the user declines: the app is told `access_denied`. */
      readonly deny: boolean
    }

const scopes: Rule = {
  expected: "a list of scopes, such as ['linodes:read_only']",
  accepts: (value) => Array.isArray(value) && value.every((scope) => typeof scope === 'string'),
}
const rules: Rules<Decision> = { grant: scopes, deny: yesOrNo }

/**
 * Refuses what no user can decide.
 *
 * @throws UsageError that says what a decision can be.
 */
export function checkDecision(where: string, decision: Decision): void {
  checkOptions(where, decision, rules)
  const { grant, deny } = decision
  if (deny === true && grant !== undefined)
    throw new UsageError(where, 'grant', 'left out where the user denies')
}
