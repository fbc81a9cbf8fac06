/** Why a scope is covered: the way from a granted scope down to the needed one. */
import type { ScopeIndex, Scopes } from './scope-index.js'

/** One needed scope, and the way to it. */
export interface ScopeExplanation {
  /** In canonical form. */
  readonly scope: string
  /** From a granted scope to the needed one, each including the next; `undefined` where it isn't covered. */
  readonly path: readonly string[] | undefined
}

/** A shortest way to each needed scope; of several the one that begins with the first granted scope. */
export function explain(index: ScopeIndex, granted: Scopes, needed: Scopes): ScopeExplanation[] {
  const { read, wildcard } = index
  const parents = waysFrom(index, read(granted))
  const whole = wildcard !== undefined && parents.has(wildcard) ? wildcard : undefined
  return read(needed).map((scope) => {
    if (parents.has(scope)) return { scope, path: wayTo(scope, parents) }
    return { scope, path: whole === undefined ? undefined : [...wayTo(whole, parents), scope] }
  })
}

/** Each scope that is reached, with the one that it was first reached from. */
function waysFrom(index: ScopeIndex, granted: readonly string[]): Map<string, string | undefined> {
  const parents = new Map<string, string | undefined>(granted.map((scope) => [scope, undefined]))
  // A map is walked in the order of its entries, those added meanwhile too: breadth first.
  for (const scope of parents.keys()) {
    for (const included of index.included(scope)) {
      if (!parents.has(included)) parents.set(included, scope)
    }
  }
  return parents
}

function wayTo(scope: string, parents: ReadonlyMap<string, string | undefined>): string[] {
  const way: string[] = []
  for (let step: string | undefined = scope; step !== undefined; step = parents.get(step)) way.push(step)
  return way.reverse()
}
