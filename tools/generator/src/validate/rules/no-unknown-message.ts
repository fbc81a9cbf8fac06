/** An answer that names a message which isn't described would be decoded by nobody. */
import { chooseFrom } from '../../report/nearest.js'
import type { Complaint, Rule } from '../rule.js'

export const noUnknownMessage: Rule = ({ endpoints }) => {
  const known = Object.keys(endpoints?.messages ?? {})
  return Object.entries(endpoints?.endpoints ?? {}).flatMap(([id, { answer }]) =>
    (['redirect', 'fragment', 'message'] as const).flatMap((key): Complaint[] => {
      const name = answer[key]
      if (name === undefined || known.includes(name)) return []
      const path = ['endpoints', id, 'answer', key]
      return [
        {
          part: 'endpoints',
          path,
          at: 'value',
          wrong: `there is no message "${name}"`,
          fix: chooseFrom(name, known),
        },
      ]
    }),
  )
}
