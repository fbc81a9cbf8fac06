/**
 * A scope must survive being written beside others and read again: with a separator in it, it would come back as two;
 * with capitals where case is ignored, as another one. What is written between scopes must be something that is read.
 */

import type { ScopesDocument } from '../../documents.js'
import { listAliases } from '../../model/read-aliases.js'
import { declaredScopes } from '../declared-scopes.js'
import type { Complaint, Rule } from '../rule.js'

export const noUnreadableScope: Rule = ({ scopes }) => {
  if (scopes === undefined) return []
  const texts = [
    ...declaredScopes(scopes),
    ...listAliases(scopes).map(({ alias, from }) => ({ text: alias, path: from, at: 'value' }) as const),
  ]
  const complaints = texts.flatMap(({ text, path, at }): Complaint[] => {
    const wrong = problem(text, scopes)
    return wrong === undefined ? [] : [{ part: 'scopes', path, at, ...wrong }]
  })
  return [...complaints, ...separator(scopes)]
}

function problem(
  text: string,
  { separators, ignoreCase }: ScopesDocument,
): { wrong: string; fix: string } | undefined {
  const found = separators.read.find((character) => text.includes(character))
  if (found !== undefined) {
    return {
      wrong: `"${text}" holds the separator "${found}"`,
      fix: 'read other separators, or spell it otherwise',
    }
  }
  if (ignoreCase === true && text !== text.toLowerCase()) {
    return { wrong: `"${text}" has capitals, but case is ignored`, fix: `write "${text.toLowerCase()}"` }
  }
  return undefined
}

function separator({ separators: { read, write } }: ScopesDocument): Complaint[] {
  if (read.includes(write)) return []
  const wrong = `"${write}" is written between scopes, but not read`
  return [{ part: 'scopes', path: ['separators', 'write'], at: 'value', wrong, fix: 'add it to "read"' }]
}
