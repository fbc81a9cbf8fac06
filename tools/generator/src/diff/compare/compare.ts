/** The differences between what was released and what the spec says now. */
import type { Change } from '../change.js'
import { harmless } from '../change.js'
import { same } from '../picture/canonical-json.js'
import type { Picture } from '../picture/picture.js'
import { compareAliases } from './compare-aliases.js'
import { compareEndpoints } from './compare-endpoints.js'
import { compareMessages, renamedMessages } from './compare-messages.js'
import { compareNames } from './compare-names.js'
import { compareOperations } from './compare-operations.js'
import { compareScopes } from './compare-scopes.js'
import { compareService } from './compare-service.js'
import { compareSpellings } from './compare-spellings.js'
import { fatesOf } from './fates.js'

/**
 * Every difference between two pictures, those that break an app first. Pictures that differ
 * at all give one at least.
 *
 * @param scopesObject - what an app's code calls the object of all scopes.
 */
export function compare(before: Picture, after: Picture, scopesObject: string): readonly Change[] {
  const fates = fatesOf(before, after)
  const messages = renamedMessages(before.messages, after.messages)
  const code = (name: string) => `${scopesObject}.${name}`
  const changes = [
    ...compareScopes(before, after, fates, code),
    ...compareNames(before, after, fates, code),
    ...compareOperations(before, after, fates),
    ...compareAliases(before, after, fates),
    ...compareSpellings(before, after),
    ...compareEndpoints(before.endpoints, after.endpoints, messages),
    ...compareMessages(before.messages, after.messages, messages),
    ...compareService(before, after),
  ]
  if (changes.length === 0 && !same(before, after)) return [elsewhere]
  return changes.toSorted((one, other) => order.indexOf(one.breaks) - order.indexOf(other.breaks))
}

const order = ['compile-time', 'run-time', 'nothing']

const elsewhere = harmless('service', 'words', ['reference'], 'The reference is put in other words.')
