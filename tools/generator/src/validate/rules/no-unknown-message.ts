/** An answer that names a message which isn't described would be decoded by nobody. */
import { chooseFrom } from '../../report/nearest.js'
import type { Complaint, Rule } from '../rule.js'

export const noUnknownMessage: Rule = ({ endpoints }) => {
  const known = Object.keys(endpoints?.messages ?? {})
  const names = new Set(known)
  return Object.entries(endpoints?.endpoints ?? {}).flatMap(([id, { answer }]) =>
    (['redirect', 'fragment', 'message'] as const).flatMap((key): Complaint[] => {
      const name = answer[key]
      if (name === undefined || names.has(name)) return []
      const path = ['endpoints', id, 'answer', key]
      return [
        {
          part: 'endpoints',
          path,
          at: 'value',
          wrong: `there is no message "${name}"`,
          ...chooseFrom(name, known),
        },
      ]
    }),
  )
}
