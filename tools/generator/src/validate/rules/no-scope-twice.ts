/** Two entries that make the same scope would each say something of it, and only one would be heard. */
import { groupBy } from '../../group-by.js'
import { declaredScopes } from '../declared-scopes.js'
import type { Rule } from '../rule.js'

export const noScopeTwice: Rule = ({ scopes }) => {
  if (scopes === undefined) return []
  const fold = (text: string) => (scopes.ignoreCase === true ? text.toLowerCase() : text)
  const byText = groupBy(declaredScopes(scopes), ({ text }) => fold(text))
  return [...byText.values()].flatMap(([first, ...others]) =>
    others.map(({ text, path, at }) => ({
      part: 'scopes',
      path,
      at,
      wrong: `"${text}" is a scope already, by ${first?.path.join('.')}`,
      fix: 'take one of the two out',
    })),
  )
}
