/** A gap that nothing fills would stand with its braces on a consent page. */

import type { Path } from '../../load/source.js'
import { nearest } from '../../report/nearest.js'
import type { ScopesDocument } from '../../spec/scopes-document.js'
import type { Complaint, Rule } from '../rule.js'

export const noUnknownPlaceholder: Rule = ({ scopes }) =>
  (scopes === undefined ? [] : textsOf(scopes)).flatMap(({ text, path, gap }) =>
    [...new Set(text.match(/\{[^{}]*\}/g) ?? [])]
      .filter((found) => found !== gap)
      .map((found): Complaint => {
        const meant = gap === undefined ? undefined : nearest(found, [gap])
        return {
          part: 'scopes',
          path,
          at: 'value',
          wrong: `nothing fills the gap ${found} here`,
          expected: gap === undefined ? 'a text without gaps' : `${gap}, the only gap here`,
          ...(meant !== undefined && { suggestion: text.replaceAll(found, meant) }),
          fix: meant === undefined ? 'write the words out' : `did you mean ${meant}?`,
        }
      }),
  )

interface Text {
  readonly text: string
  readonly path: Path
  /** The gap that is filled in such a text. */
  readonly gap: string | undefined
}

function textsOf({ wildcard, levels = {}, families = {}, scopes = {} }: ScopesDocument): readonly Text[] {
  const at = (text: string | undefined, gap: string | undefined, ...path: Path): Text[] =>
    text === undefined ? [] : [{ text, path, gap }]
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
