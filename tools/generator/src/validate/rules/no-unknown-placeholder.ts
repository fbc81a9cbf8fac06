/** A gap that nothing fills would stand with its braces on a consent page, or in an answer, and so would a brace too many. */

import type { Path } from '../../load/source.js'
import { nearest } from '../../report/nearest.js'
import type { Part } from '../../spec/documents.js'
import type { EndpointsDocument } from '../../spec/endpoints-document.js'
import type { ScopesDocument } from '../../spec/scopes-document.js'
import { refusalTexts } from '../names/refusal-texts.js'
import type { Complaint, Rule, Spot } from '../rule.js'

export const noUnknownPlaceholder: Rule = ({ scopes, endpoints }) =>
  [...(scopes ? textsOf(scopes) : []), ...(endpoints ? textsOfRefusal(endpoints) : [])].flatMap(
    ({ text, part, path, gap }): Complaint[] => {
      const spot = { part, path, at: 'value' } as const
      const expected = gap === undefined ? 'a text without gaps' : `${gap}, the only gap here`
      const unknown = [...new Set(text.match(GAP) ?? [])].filter((found) => found !== gap)
      if (unknown.length === 0) return unpaired(text, spot, expected)
      return unknown.map((found) => {
        const meant = gap === undefined ? undefined : nearest(found, [gap])
        return {
          ...spot,
          wrong: `nothing fills the gap ${found} here`,
          expected,
          ...(meant !== undefined && { suggestion: text.replaceAll(found, meant) }),
          fix: meant === undefined ? 'write the words out' : `did you mean ${meant}?`,
        }
      })
    },
  )

const GAP = /\{[^{}]*\}/g

/** A brace beside the gaps, which would be shown. */
function unpaired(text: string, spot: Spot, expected: string): Complaint[] {
  if (!/[{}]/.test(text.replace(GAP, ''))) return []
  const suggestion = text.replace(/(\{[^{}]*\})|[{}]/g, '$1')
  const fix = `did you mean "${suggestion}"?`
  return [{ ...spot, wrong: 'a brace of this text belongs to no gap', expected, suggestion, fix }]
}

interface Text {
  readonly text: string
  readonly part: Part
  readonly path: Path
  /** The gap that is filled in such a text. */
  readonly gap: string | undefined
}

function textsOf({ wildcard, levels = {}, families = {}, scopes = {} }: ScopesDocument): readonly Text[] {
  const at = (text: string | undefined, gap: string | undefined, ...path: Path): Text[] =>
    text === undefined ? [] : [{ text, part: 'scopes', path, gap }]
  return [
    ...at(wildcard?.title, undefined, 'wildcard', 'title'),
    ...at(wildcard?.description, undefined, 'wildcard', 'description'),
    ...Object.entries(levels).flatMap(([id, { title, description }]) => [
      ...at(title, '{title}', 'levels', id, 'title'),
      ...at(description, '{things}', 'levels', id, 'description'),
    ]),
    ...Object.entries(families).flatMap(([id, { title, things, descriptions = {} }]) => [
      ...at(title, undefined, 'families', id, 'title'),
      ...at(things, undefined, 'families', id, 'things'),
      ...Object.entries(descriptions).flatMap(([level, text]) =>
        at(text, undefined, 'families', id, 'descriptions', level),
      ),
    ]),
    ...Object.entries(scopes).flatMap(([id, { title, description }]) => [
      ...at(title, undefined, 'scopes', id, 'title'),
      ...at(description, undefined, 'scopes', id, 'description'),
    ]),
  ]
}

function textsOfRefusal({ api }: EndpointsDocument): readonly Text[] {
  return refusalTexts(api).map((text): Text => ({ ...text, part: 'endpoints', gap: '{reason}' }))
}
