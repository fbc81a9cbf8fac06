/**
 * Titles are the headings of the reference's pages, to which the tables of contents, and editors from a scope, lead:
 * of two with one title the second could not be reached, and nobody could tell them apart on a consent page.
 */
import { groupBy } from '../../collections/group-by.js'
import type { Documents } from '../../spec/documents.js'
import type { Complaint, Rule, Spot } from '../rule.js'

export const noTitleTwice: Rule = ({ scopes, endpoints }) =>
  [titlesOfScopes(scopes), titlesOfEndpoints(endpoints)].flatMap((titles) =>
    [...groupBy(titles, ({ title }) => title.toLowerCase())].flatMap(([, [first, ...others]]) =>
      // Where the names are one too, that is what is wrong.
      others
        .filter(({ name }) => name === undefined || name !== first.name)
        .map(({ title, spot }): Complaint => {
          const also = [{ ...first.spot, says: 'the first stands here' }]
          const wrong = `"${title}" is already the title of ${first.of}`
          return {
            ...spot,
            wrong,
            expected: 'titles that differ',
            fix: 'give one of them another title',
            also,
          }
        }),
    ),
  )

interface Titled {
  readonly title: string
  /** What has the title. */
  readonly of: string
  readonly name?: string
  readonly spot: Spot
}

/** A family without a title is called by its name; a retired one has no heading. */
function titlesOfScopes(scopes: Documents['scopes'] | undefined): readonly Titled[] {
  const { wildcard, families = {} } = scopes ?? {}
  const at = (...path: string[]): Spot => ({ part: 'scopes', path, at: 'value' })
  return [
    ...(wildcard ? [{ ...wildcard, of: wildcard.scope, spot: at('wildcard', 'title') }] : []),
    ...Object.entries(families)
      .filter(([, { retired }]) => retired === undefined)
      .map(([id, { name, title }]) => {
        const spot = at('families', id, title === undefined ? 'name' : 'title')
        return { title: title ?? name, of: id, name, spot }
      }),
  ]
}

function titlesOfEndpoints(endpoints: Documents['endpoints'] | undefined): readonly Titled[] {
  return Object.entries(endpoints?.endpoints ?? {}).map(([id, { title }]) => {
    return { title, of: id, spot: { part: 'endpoints', path: ['endpoints', id, 'title'], at: 'value' } }
  })
}
