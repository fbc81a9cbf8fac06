/**
 * Requests that share a method and a path can only be told apart by a parameter with one constant value each,
 * and only one of them can be meant when that parameter is left out.
 */

import { groupBy } from '../../collections/group-by.js'
import type { EndpointEntry, ParameterEntry } from '../../spec/endpoints-document.js'
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

function clashes(route: string, sharing: readonly Named[]): Complaint[] {
  const plain = sharing.filter((endpoint) => constantOf(endpoint) === undefined)
  const marked = sharing.filter((endpoint) => constantOf(endpoint) !== undefined)
  const [first, ...others] = [...marked.slice(0, 1), ...plain]
  const seen = new Map<string, string>()
  return [
    ...others.map(([id]) => complaint(id, `nothing tells this request from others to ${route}`, first?.[0])),
    ...marked.flatMap((endpoint): Complaint[] => {
      const [id] = endpoint
      const [name, { const: value, assumed } = {}] = constantOf(endpoint) ?? []
      const marks = [`${name}=${value}`, ...(assumed === true ? [`no ${name}`] : [])]
      const taken = marks.find((mark) => seen.has(mark))
      const other = taken === undefined ? undefined : seen.get(taken)
      if (other === undefined) for (const mark of marks) seen.set(mark, id)
      return other === undefined ? [] : [complaint(id, `${route} with ${taken} is already "${other}"`, other)]
    }),
  ]
}

type Named = readonly [id: string, endpoint: EndpointEntry]

function constantOf([, { parameters = {} }]: Named): readonly [string, ParameterEntry] | undefined {
  return Object.entries(parameters).find(([, { const: value }]) => value !== undefined)
}

function complaint(id: string, wrong: string, other?: string): Complaint {
  const fix =
    'give each request to this path a parameter with a "const" of its own; at most one may be "assumed"'
  const at = (entry: string) => ({ part: 'endpoints', path: ['endpoints', entry], at: 'key' }) as const
  const also = other === undefined ? [] : [{ ...at(other), says: `"${other}" stands here` }]
  const expected = 'requests that a constant of their own tells apart'
  return { ...at(id), wrong, expected, fix, also }
}
