/** Two entries that make the same scope would each say something of it, and only one would be heard. */
import { groupBy } from '../../collections/group-by.js'
import { declaredScopes } from '../names/declared-scopes.js'
import type { Complaint, Rule } from '../rule.js'

export const noScopeTwice: Rule = ({ scopes }) => {
  if (scopes === undefined) return []
  const fold = (text: string) => (scopes.ignoreCase === true ? text.toLowerCase() : text)
  const byText = groupBy(declaredScopes(scopes), ({ text }) => fold(text))
  return [...byText.values()].flatMap(([first, ...others]) =>
    others.map(
      ({ text, ...spot }): Complaint => ({
        ...spot,
        wrong: `"${text}" is a scope already`,
        expected: 'each text of a scope once, in families, scopes and wildcard together',
        fix: 'keep one of the two',
        also: first && [
          { part: first.part, path: first.path, at: first.at, says: `"${first.text}" is declared here` },
        ],
      }),
    ),
  )
}
