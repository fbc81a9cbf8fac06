/** An answer that names a message which isn't described would be decoded by nobody. */
import type { EndpointsDocument } from '../../spec/endpoints-document.js'
import { type Reference, unknownAmong } from '../names/references.js'
import type { Rule } from '../rule.js'

export const noUnknownMessage: Rule = ({ endpoints }) =>
  endpoints === undefined
    ? []
    : unknownAmong(messagesIn(endpoints), 'message', Object.keys(endpoints.messages))

function messagesIn({ endpoints }: EndpointsDocument): Reference[] {
  return Object.entries(endpoints).flatMap(([id, { answer }]) =>
    (['redirect', 'fragment', 'message'] as const).flatMap((key): Reference[] => {
      const name = answer[key]
      const path = ['endpoints', id, 'answer', key]
      return name === undefined ? [] : [{ name, part: 'endpoints', path, at: 'value' }]
    }),
  )
}
