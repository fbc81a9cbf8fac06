/** What an operation asks of who calls it: more, less, something else, or another sort of token. */
import { needsInWords } from '../../model/needs-in-words.js'
import {
  atCompileTime,
  atRunTime,
  type Change,
  harmless,
  type Kind,
  listed,
  mono,
  type Tell,
} from '../change.js'
import { same } from '../picture/canonical-json.js'
import type { Needs, Picture } from '../picture/picture.js'
import { compareDemands, fewestOf, type Grantable, suffices } from './coverage.js'

/** @param before - what was asked for, in the words of today. */
export function compareNeeds(
  key: string,
  id: string,
  before: Needs,
  after: Needs,
  picture: Picture,
): Change[] {
  if (same(before, after)) return []
  const takes = `now takes ${inWords(after)} instead of ${inWords(before)}`
  if (before === 'pat' || after === 'pat') return [compareTypes(key, id, takes, { before, after })]
  const { more, less } = compareDemands(before, after, picture)
  const step = { before, after }
  const tell = (how: Tell, kind: Kind, words: string) => [
    how('operation', kind, [key], `${mono(key)} ${words}.`, step),
  ]
  if (more) {
    const further = furtherScopes(before, after)
    const words = further.length > 0 ? `now also needs ${listed(further)}` : takes
    return tell(atRunTime, less ? 'asks-for-other' : 'asks-for-more', `${words}: ${consequence(before)}`)
  }
  const sum = less ? 'is less' : 'comes to the same'
  const [chosen, choice] = [fewestOf(before, picture), fewestOf(after, picture)]
  if (suffices(chosen, [choice], picture))
    return tell(harmless, less ? 'asks-for-less' : 'words', `${takes}, which ${sum}`)
  const words = `${takes}, which ${sum}, but the fewest scopes for it are now ${listed(choice)}, which a token with ${listed(chosen)} lacks: an app that asks tokens for the fewest sends their users to sign in again`
  return tell(atRunTime, 'asks-for-other', words)
}

/** What is asked for beside all that was, where there is one way to call and was one. */
function furtherScopes(before: Grantable, after: Grantable): readonly string[] {
  if (typeof before === 'string' || typeof after === 'string') return []
  const [old = [], now = []] = [before[0], after[0]]
  if (before.length > 1 || after.length > 1 || !old.every((scope) => now.includes(scope))) return []
  return now.filter((scope) => !old.includes(scope))
}

/**
 * Operations that take a personal access token only have a type of their own, so that no
 * app asks for their scopes.
 */
function compareTypes(
  key: string,
  id: string,
  takes: string,
  step: { readonly before: Needs; readonly after: Needs },
): Change {
  const subject = `${mono(key)} (${mono(id)}) ${takes}`
  if (step.after === 'pat') {
    const words = `${subject}: no OAuth token can call it any longer, and the compiler refuses it as an \`OAuthOperation\`.`
    return atCompileTime('operation', 'asks-for-more', [key, id], words, step)
  }
  const words = `${subject}, which is less: it is an \`OAuthOperation\`, and no \`PersonalTokenOperation\`.`
  return atCompileTime('operation', 'asks-for-less', [key, id], words, step)
}

function consequence(before: Needs): string {
  return before === 'none'
    ? 'a call without a token is refused'
    : 'users whose token lacks that must sign in again'
}

/** Who may call, after "takes". */
export function inWords(needs: Needs): string {
  return needsInWords(typeof needs === 'string' ? { auth: needs } : { auth: 'scoped', anyOf: needs }, mono)
}
