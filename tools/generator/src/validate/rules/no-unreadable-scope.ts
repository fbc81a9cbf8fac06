/**
 * A scope must survive being written beside others and read again: with a separator in it, it would come
 * back as two; with capitals where case is ignored, as another one. What is written between scopes must
 * be something that is read.
 */

import { listAliases } from '../../model/read-aliases.js'
import type { ScopesDocument } from '../../spec/scopes-document.js'
import { declaredScopes } from '../names/declared-scopes.js'
import type { Complaint, Rule } from '../rule.js'

export const noUnreadableScope: Rule = ({ scopes }) => {
  if (scopes === undefined) return []
  const texts = [
    ...declaredScopes(scopes),
    ...listAliases(scopes).map(({ alias, from }) => ({ text: alias, path: from, at: 'value' }) as const),
  ]
  const complaints = new Map<string, Complaint>()
  for (const { text, path, at } of texts) {
    const words = problem(text, scopes)
    const key = JSON.stringify(path)
    // What one entry makes in many families is told once.
    if (words !== undefined && !complaints.has(key))
      complaints.set(key, { part: 'scopes', path, at, ...words })
  }
  return [...complaints.values(), ...separator(scopes)]
}

function problem(
  text: string,
  { separators, ignoreCase }: ScopesDocument,
): Pick<Complaint, 'wrong' | 'expected' | 'suggestion' | 'fix' | 'also'> | undefined {
  const index = separators.read.findIndex((character) => text.includes(character))
  if (index >= 0) {
    return {
      wrong: `"${text}" holds the separator "${separators.read[index]}", so it would be read as two`,
      expected: 'a text that holds no separator',
      fix: 'read other separators, or spell it otherwise',
      also: [
        { part: 'scopes', path: ['separators', 'read', index], at: 'value', says: 'it separates scopes' },
      ],
    }
  }
  const suggestion = text.toLowerCase()
  if (ignoreCase === true && text !== suggestion) {
    const wrong = `"${text}" has capitals, but case is ignored, so no token can have it`
    return {
      wrong,
      expected: 'small letters',
      suggestion,
      fix: `did you mean "${suggestion}"?`,
      also: [CASE],
    }
  }
  return undefined
}

const CASE = { part: 'scopes', path: ['ignoreCase'], at: 'key', says: 'case is ignored' } as const

function separator({ separators }: ScopesDocument): Complaint[] {
  return (['write', 'answer'] as const).flatMap((key) => unreadSeparator(key, separators))
}

function unreadSeparator(
  key: 'write' | 'answer',
  { read, [key]: written }: ScopesDocument['separators'],
): Complaint[] {
  if (written === undefined || read.includes(written)) return []
  const wrong = `"${written}" is written between scopes, but not read`
  const expected = `one of ${read.map((character) => `"${character}"`).join(', ')}`
  const also = [
    { part: 'scopes', path: ['separators', 'read'], at: 'key', says: 'what is read stands here' },
  ] as const
  const fix = 'write one that is read, or add it to "read"'
  return [{ part: 'scopes', path: ['separators', key], at: 'value', wrong, expected, fix, also }]
}
