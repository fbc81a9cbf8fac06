/**
 * Requests that share a method and a path can only be told apart by a parameter with one constant value each, and only
 * one of them can be meant when that parameter is left out.
 */

import type { EndpointEntry } from '../../documents.js'
import { groupBy } from '../../group-by.js'
import type { Complaint, Rule } from '../rule.js'

export const noAmbiguousEndpoint: Rule = ({ endpoints }) => {
  const byRoute = groupBy(
    Object.entries(endpoints?.endpoints ?? {}),
    ([, { method, path }]) => `${method} ${path}`,
  )
  return [...byRoute]
    .filter(([, sharing]) => sharing.length > 1)
    .flatMap(([route, sharing]) => clashes(route, sharing))
}

function clashes(route: string, sharing: readonly (readonly [string, EndpointEntry])[]): Complaint[] {
  const seen = new Map<string, string>()
  return sharing.flatMap(([id, { parameters = {} }]): Complaint[] => {
    const [name, parameter] =
      Object.entries(parameters).find(([, { const: value }]) => value !== undefined) ?? []
    if (name === undefined) return [complaint(id, `nothing tells this request from others to ${route}`)]
    const marks = [`${name}=${parameter?.const}`, ...(parameter?.assumed === true ? [`no ${name}`] : [])]
    const taken = marks.find((mark) => seen.has(mark))
    if (taken !== undefined) return [complaint(id, `${route} with ${taken} is already "${seen.get(taken)}"`)]
    for (const mark of marks) seen.set(mark, id)
    return []
  })
}

function complaint(id: string, wrong: string): Complaint {
  const fix =
    'give each request to this path a parameter with a "const" of its own; at most one may be "assumed"'
  return { part: 'endpoints', path: ['endpoints', id], at: 'key', wrong, fix }
}
