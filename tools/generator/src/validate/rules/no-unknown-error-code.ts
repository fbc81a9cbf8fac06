/** A code that an endpoint may answer must say somewhere what it means and which status it has. */
import { chooseFrom } from '../../report/nearest.js'
import type { Complaint, Rule } from '../rule.js'

export const noUnknownErrorCode: Rule = ({ endpoints }) => {
  const known = Object.keys(endpoints?.errors ?? {})
  const names = new Set(known)
  return Object.entries(endpoints?.endpoints ?? {}).flatMap(([id, { errors = [] }]) =>
    errors.flatMap((code, index): Complaint[] => {
      if (names.has(code)) return []
      const path = ['endpoints', id, 'errors', index]
      return [
        {
          part: 'endpoints',
          path,
          at: 'value',
          wrong: `there is no error "${code}"`,
          ...chooseFrom(code, known),
        },
      ]
    }),
  )
}
