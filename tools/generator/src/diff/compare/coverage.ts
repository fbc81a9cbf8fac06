/** What a scope covers, and an operation asks for, by a picture's includes. */
import { own } from '../../collections/own.js'
import type { Needs, Picture } from '../picture/picture.js'

/** The part of a picture that tells it. */
export type PicturedScopes = Pick<Picture, 'scopes'>

/** The scopes that one covers, itself among them. The wildcard covers all that are known. */
export function coverOf({ scopes }: PicturedScopes, text: string): ReadonlySet<string> {
  const found = new Set<string>()
  const descend = (scope: string): void => {
    if (found.has(scope)) return
    found.add(scope)
    const entry = own(scopes, scope)
    for (const below of entry?.wildcard ? Object.keys(scopes) : (entry?.includes ?? [])) descend(below)
  }
  descend(text)
  return found
}

/** What an operation asks of a caller who comes with OAuth, or with nothing. */
export type Grantable = Exclude<Needs, 'pat'>

/** What someone who may call an operation has: no token, or some token with scopes. */
type Holder = 'nothing' | readonly string[]

/** Those who have just enough for an operation. */
function holdersOf(needs: Grantable): readonly Holder[] {
  if (needs === 'none') return ['nothing']
  return needs === 'any_token' ? [[]] : needs
}

/** Whether a holder may call. */
export function suffices(holder: Holder, needs: Grantable, picture: PicturedScopes): boolean {
  if (needs === 'none') return true
  if (holder === 'nothing') return false
  if (needs === 'any_token') return true
  const covered = new Set(holder.flatMap((scope) => [...coverOf(picture, scope)]))
  return needs.some((set) => set.every((scope) => covered.has(scope)))
}

/**
 * What an app asks for that lets the client choose for an operation: of the sets that grant no more than another would,
 * the one of the fewest scopes, and of several the first by name.
 */
export function fewestOf(needs: Grantable, picture: Picture): readonly string[] {
  if (typeof needs === 'string') return []
  const covers = (set: readonly string[], other: readonly string[]) => suffices(set, [other], picture)
  const sets = needs.map((set) =>
    set.filter((scope) => !set.some((above) => above !== scope && covers([above], [scope]))),
  )
  const least = sets.filter((set) => !sets.some((other) => covers(set, other) && !covers(other, set)))
  const [fewest = []] = least.toSorted(
    (one, other) => one.length - other.length || (one.join(' ') < other.join(' ') ? -1 : 1),
  )
  return fewest
}

/** Whether an operation asks its callers for more than before, and whether for less: for something else is both. */
export function compareDemands(
  before: Grantable,
  after: Grantable,
  picture: PicturedScopes,
): { readonly more: boolean; readonly less: boolean } {
  return {
    more: holdersOf(before).some((holder) => !suffices(holder, after, picture)),
    less: holdersOf(after).some((holder) => !suffices(holder, before, picture)),
  }
}
