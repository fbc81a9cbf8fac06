/**
 * Titles are the headings of the reference's pages, to which the tables of contents, and editors from a scope, lead by
 * anchors: of two with one anchor the second could not be reached. Of two scopes with one title nobody could tell on a
 * consent page which is which.
 */
import { groupBy } from '../../collections/group-by.js'
import { anchorOf, headingsOfEndpoints, headingsOfScopes } from '../../model/headings.js'
import { pascalCase } from '../../model/names.js'
import { readScopes } from '../../model/read-scopes.js'
import type { EndpointsDocument } from '../../spec/endpoints-document.js'
import type { ScopesDocument } from '../../spec/scopes-document.js'
import type { Complaint, Rule, Spot } from '../rule.js'

export const noTitleTwice: Rule = ({ scopes, endpoints }) => [
  ...(scopes ? [...alike(onPageOfScopes(scopes), anchorOf), ...alike(onConsentPage(scopes), lower)] : []),
  ...(endpoints ? alike(onPageOfEndpoints(endpoints), anchorOf) : []),
]

interface Title {
  readonly title: string
  /** What has the title. */
  readonly of: string
  readonly name?: string
  /** Left out where no title of the spec is meant, but one that the page has anyhow. */
  readonly spot?: Spot
}

function alike(titles: readonly Title[], keyOf: (title: string) => string): readonly Complaint[] {
  return [...groupBy(titles, ({ title }) => keyOf(title))].flatMap(([key, [first, ...others]]) =>
    others.flatMap(({ title, name, spot }): Complaint[] => {
      // Where the names are one too, that is what is wrong.
      if (spot === undefined || (name !== undefined && name === first.name)) return []
      const wrong =
        title === first.title
          ? `"${title}" is already the title of ${first.of}`
          : `"${title}" is led to by #${key}, as is "${first.title}", the title of ${first.of}`
      return [
        {
          ...spot,
          wrong,
          expected: 'titles that differ in more than capitals, dashes and punctuation',
          fix: 'give one of them another title',
          also: first.spot && [{ ...first.spot, says: 'the first stands here' }],
        },
      ]
    }),
  )
}

function lower(title: string): string {
  return title.toLowerCase()
}

/** A family without a title is called by its name; one that is retired as a whole has no heading. */
function onPageOfScopes(document: ScopesDocument): readonly Title[] {
  const { wildcard, families } = readScopes(document)
  return [
    ...Object.values(headingsOfScopes).map((title) => ({ title, of: 'a part of the page of scopes' })),
    ...(wildcard ? [titled(wildcard.title, wildcard.scope, 'wildcard', 'title')] : []),
    ...families
      .filter(({ retired }) => retired === undefined)
      .map(({ id, name, title }) => {
        const key = document.families?.[id]?.title === undefined ? 'name' : 'title'
        return { ...titled(title, id, 'families', id, key), name }
      }),
  ]
}

/** Each scope of a family is called by its family's title and its level's. */
function onConsentPage(document: ScopesDocument): readonly Title[] {
  const { wildcard, singles } = readScopes(document)
  return [
    ...Object.entries(document.levels ?? {}).map(([id, { title }]) =>
      titled(title, id, 'levels', id, 'title'),
    ),
    ...(wildcard ? [titled(wildcard.title, wildcard.scope, 'wildcard', 'title')] : []),
    ...singles
      .filter(({ retired }) => retired === undefined)
      .map(({ text, title }) => titled(title, text, 'scopes', text, 'title')),
  ]
}

function titled(title: string, of: string, ...path: readonly string[]): Title {
  return { title, of, spot: { part: 'scopes', path, at: 'value' } }
}

function onPageOfEndpoints({ endpoints, messages }: EndpointsDocument): readonly Title[] {
  return [
    ...Object.values(headingsOfEndpoints).map((title) => ({ title, of: 'a part of the page of endpoints' })),
    ...Object.keys(messages).map((id): Title => {
      const name = pascalCase(id)
      return { title: name, of: id, name, spot: { part: 'endpoints', path: ['messages', id], at: 'key' } }
    }),
    ...Object.entries(endpoints).map(([id, { title }]): Title => {
      return { title, of: id, spot: { part: 'endpoints', path: ['endpoints', id, 'title'], at: 'value' } }
    }),
  ]
}
