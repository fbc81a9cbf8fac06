import { allScopes, type ScopeModel } from './scope-model.js'

/** Each scope with every other that is known and that it includes, at whatever remove. */
export function inclusions(scopes: ScopeModel): ReadonlyMap<string, readonly string[]> {
  const all = allScopes(scopes)
  const direct = new Map(all.map(({ text, includes }) => [text, includes]))
  const below = (scope: string): string[] => (direct.get(scope) ?? []).flatMap((one) => [one, ...below(one)])
  const included = new Map(all.map(({ text }) => [text, [...new Set(below(text))]]))
  return scopes.wildcard ? included.set(scopes.wildcard.scope, [...included.keys()]) : included
}
