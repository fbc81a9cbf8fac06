/** A code that an endpoint may answer must say somewhere what it means and which status it has. */
import type { EndpointsDocument } from '../../spec/endpoints-document.js'
import { type Reference, unknownAmong } from '../names/references.js'
import type { Rule } from '../rule.js'

export const noUnknownErrorCode: Rule = ({ endpoints }) =>
  endpoints === undefined ? [] : unknownAmong(codesIn(endpoints), 'error', Object.keys(endpoints.errors))

function codesIn({ endpoints }: EndpointsDocument): Reference[] {
  return Object.entries(endpoints).flatMap(([id, { errors = [] }]) =>
    errors.map((name, index): Reference => {
      const path = ['endpoints', id, 'errors', index]
      return { name, part: 'endpoints', path, at: 'value' }
    }),
  )
}
