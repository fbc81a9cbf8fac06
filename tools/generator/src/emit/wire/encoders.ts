import type { Parameter } from '../../model/endpoint-model.js'
import type { Emitter } from '../output.js'
import { call, code, type ExportedFunction, type Expression, list, text } from '../typescript/declarations.js'
import { type Request, requestsOf } from './messages.js'

/** Functions that write a request as parameters, in the order and under the names of the spec. */
export const encoders: Emitter = ({ endpoints }, { client }) => {
  const requests = requestsOf(endpoints)
  return [
    {
      path: `${client.folder}/encoders.ts`,
      from: ['endpoints'],
      content: {
        imports: [
          { from: client.form, names: ['encodeForm'] },
          { from: './messages.js', names: requests.map(({ type }) => type), typeOnly: true },
        ],
        declarations: requests.map(encoder),
      },
    },
  ]
}

function encoder({ endpoint, type }: Request): ExportedFunction {
  return {
    kind: 'function',
    name: `encode${type}`,
    docs: `Writes {@link ${type}} as parameters. One that is left out or empty isn't among them.`,
    parameter: { name: 'request', type },
    returns: 'URLSearchParams',
    steps: [],
    result: call('encodeForm', list(endpoint.parameters.map(pair))),
  }
}

function pair(parameter: Parameter): Expression {
  return list([text(parameter.wireName), sentValue(parameter)])
}

function sentValue(parameter: Parameter): Expression {
  if (parameter.kind === 'constant') return text(parameter.value)
  const value = `request.${parameter.name}`
  if (parameter.value.type !== 'seconds') return code(value)
  return code(`${value}${parameter.presence === 'required' ? '' : '?'}.toString()`)
}
