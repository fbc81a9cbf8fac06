/**
 * Of two scopes that a consent page describes in the same words, nobody could tell what agreeing to one more allows.
 * Most likely the words of one were copied and never put in order.
 */
import { groupBy } from '../../collections/group-by.js'
import { own } from '../../collections/own.js'
import { readScopes } from '../../model/read-scopes.js'
import type { ScopesDocument } from '../../spec/scopes-document.js'
import type { Complaint, Rule, Spot } from '../rule.js'

export const noWordsTwice: Rule = ({ scopes }) => {
  const found = new Map<string, Complaint>()
  for (const [first, ...others] of groupBy(scopes ? described(scopes) : [], wordsOf).values())
    for (const other of others) {
      // A sentence that a family has for itself is a likelier slip than one that others have too.
      const [told, twin] = first.isOwn && !other.isOwn ? [first, other] : [other, first]
      const spot = told.spotBeside(twin)
      const key = JSON.stringify(spot)
      // Of two levels with one sentence, or two families of the same things, one fault is enough.
      if (found.has(key)) continue
      found.set(key, {
        ...spot,
        wrong: `"${told.text}" is described as "${twin.text}" is, in the same words`,
        expected: 'for each scope a sentence that tells it from the others',
        fix: 'write other words for one of the two',
        also: [{ ...twin.spotBeside(told), says: `the words of "${twin.text}"` }],
      })
    }
  return found.values()
}

/** A scope with the words of a consent page. */
interface Described {
  readonly text: string
  readonly words: string
  readonly family?: string
  /** Whether the sentence is its own, not one of a level with a gap that its family fills. */
  readonly isOwn: boolean
  /** What makes its words those of another: the level's sentence in one family, else what the family fills in. */
  spotBeside(other: Described): Spot
}

function wordsOf({ words }: Described): string {
  return words.toLowerCase()
}

/** What is retired is shown to those alone who have it, and may have the words of what came after it. */
function described(document: ScopesDocument): readonly Described[] {
  const { families, singles, wildcard } = readScopes(document)
  const whole = (text: string, words: string, ...path: string[]): Described => {
    return { text, words, isOwn: true, spotBeside: () => ({ part: 'scopes', path, at: 'value' }) }
  }
  return [
    ...families.flatMap(({ id, scopes }) =>
      scopes
        .filter(({ retired }) => retired === undefined)
        .map(({ text, description }): Described => {
          const level = text.slice(id.length + 1)
          if (own(document.families?.[id]?.descriptions, level) !== undefined)
            return { ...whole(text, description, 'families', id, 'descriptions', level), family: id }
          const spotBeside = ({ family }: Described): Spot => {
            const path = family === id ? ['levels', level, 'description'] : ['families', id, 'things']
            return { part: 'scopes', path, at: 'value' }
          }
          return { text, words: description, family: id, isOwn: false, spotBeside }
        }),
    ),
    ...singles
      .filter(({ retired }) => retired === undefined)
      .map(({ text, description }) => whole(text, description, 'scopes', text, 'description')),
    ...(wildcard ? [whole(wildcard.scope, wildcard.description, 'wildcard', 'description')] : []),
  ]
}
