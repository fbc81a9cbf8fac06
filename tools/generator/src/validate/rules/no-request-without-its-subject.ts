/** A request without what it is about (RFC 6749 §4.1.1, §4.1.3, §6) can't be answered, and no server could be made for it. */
import { own } from '../../collections/own.js'
import type { EndpointEntry } from '../../spec/endpoints-document.js'
import type { Complaint, Rule } from '../rule.js'

/** By the endpoint that asks. */
const subjects = { authorize: 'client_id', exchange: 'code', refresh: 'refresh_token', expire: 'token' }

export const noRequestWithoutItsSubject: Rule = ({ endpoints }) =>
  Object.entries(endpoints?.endpoints ?? {}).flatMap(([id, endpoint]) => {
    const subject = own(subjects, id)
    // Who is asked in the body says who asks (RFC 6749 §2.3.1); elsewhere the parameter is left out.
    const named = own(endpoint.parameters, 'client_id') === undefined ? [] : ['client_id']
    const needed = [...new Set([...(subject === undefined ? [] : [subject]), ...named])]
    return needed.flatMap((name) => complaintsOf(id, endpoint, name))
  })

function complaintsOf(id: string, { parameters }: EndpointEntry, name: string): readonly Complaint[] {
  const parameter = own(parameters, name)
  if (parameter?.required === true) return []
  const [path, wrong, fix] =
    parameter === undefined
      ? [
          ['endpoints', id],
          `${id} has no parameter ${name}`,
          `add "${name}: { type: text, required: true, … }" under "parameters"`,
        ]
      : [['endpoints', id, 'parameters', name], `${id} may be asked without ${name}`, 'add "required: true"']
  return [
    {
      part: 'endpoints',
      path,
      at: 'key',
      wrong,
      expected: 'what a request is about, and who asks, in each',
      fix,
    },
  ]
}
