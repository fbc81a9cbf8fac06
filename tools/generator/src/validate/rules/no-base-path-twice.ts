/**
 * Documents write `/v4/…` or say it once for all. Here the base path says it; an operation that says it
 * again stands at an address where no call goes.
 */
import type { Complaint, Rule } from '../rule.js'

export const noBasePathTwice: Rule = ({ operations, endpoints }) => {
  const { basePath = '' } = endpoints?.api ?? {}
  if (basePath === '') return []
  return Object.keys(operations?.operations ?? {})
    .filter((key) => key.split(' ')[1]?.startsWith(`${basePath}/`))
    .map((key): Complaint => {
      const meant = key.replace(basePath, '')
      return {
        part: 'operations',
        path: ['operations', key],
        at: 'key',
        wrong: `"${basePath}" stands before every path, and here once more`,
        expected: 'a path without the base path of the API',
        suggestion: meant,
        fix: `write "${meant}"`,
        also: [
          { part: 'endpoints', path: ['api', 'basePath'], at: 'value', says: 'the base path stands here' },
        ],
      }
    })
}
