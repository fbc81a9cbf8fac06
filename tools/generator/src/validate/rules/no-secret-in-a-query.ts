/**
 * A query stands in logs, histories and `Referer` headers: what sends a secret is asked with POST (RFC 6749 §2.3.1, §3.2;
 * RFC 7009 §2.1). Only a browser that is sent to log in can't, and its `state` is worth nothing to another.
 */
import type { Complaint, Rule } from '../rule.js'

export const noSecretInAQuery: Rule = ({ endpoints }) =>
  Object.entries(endpoints?.endpoints ?? {}).flatMap(
    ([id, { method, parameters = {}, answer }]): Complaint[] => {
      const secret = Object.entries(parameters).find(([, entry]) => entry.secret === true)?.[0]
      if (method !== 'GET' || answer.redirect !== undefined || secret === undefined) return []
      return [
        {
          part: 'endpoints',
          path: ['endpoints', id, 'method'],
          at: 'value',
          wrong: `with GET the parameters stand in the query, and "${secret}" is secret`,
          expected: 'POST, with the parameters in the body',
          suggestion: 'POST',
          fix: 'write POST',
          also: [
            {
              part: 'endpoints',
              path: ['endpoints', id, 'parameters', secret],
              at: 'key',
              says: 'the secret stands here',
            },
          ],
        },
      ]
    },
  )
