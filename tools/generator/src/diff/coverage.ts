/** What a scope covers, by a picture's includes. */
import { own } from '../own.js'
import type { Needs, Picture } from './picture.js'

/** The scopes that one covers, itself among them. The wildcard covers all that are known. */
export function coverOf({ scopes }: Picture, text: string): ReadonlySet<string> {
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

/** What someone who may call an operation has: no token, some token with scopes, or a personal access token. */
export type Holder = 'nothing' | 'pat' | readonly string[]

/** Those who have just enough for an operation. */
export function holdersOf(needs: Needs): readonly Holder[] {
  if (needs === 'none') return ['nothing']
  if (needs === 'any_token') return [[]]
  return needs === 'pat' ? ['pat'] : needs
}

/** Whether a holder may call. A personal access token has the scopes that its owner gave it, so it is never too little. */
export function suffices(holder: Holder, needs: Needs, picture: Picture): boolean {
  if (needs === 'none' || holder === 'pat') return true
  if (holder === 'nothing' || needs === 'pat') return false
  if (needs === 'any_token') return true
  const covered = new Set(holder.flatMap((scope) => [...coverOf(picture, scope)]))
  return needs.some((set) => set.every((scope) => covered.has(scope)))
}
