import type { ConstantParameter, Parameter } from '../../model/endpoint-model.js'
import type { Emitter } from '../output.js'
import { call, type Expression, text } from '../typescript/declarations.js'
import { checkNames, decoder } from './decoders.js'
import { requestsOf } from './messages.js'

/** Functions that read a request, for a server. */
export const requests: Emitter = ({ endpoints }, { server }) => {
  const all = requestsOf(endpoints)
  const types = all.map(({ type }) => `type ${type}`)
  const names = new Set(['type Fields', ...types, ...checkNames(all.flatMap(({ slots }) => slots))])
  if (all.some(({ endpoint }) => endpoint.parameters.some(isConstant))) names.add('oneOf')
  return [
    {
      path: `${server.folder}/requests.ts`,
      from: ['endpoints'],
      content: {
        imports: [{ from: server.wire, names: [...names] }],
        declarations: all.map(({ endpoint, type, slots }) =>
          decoder(type, endpoint.parameters.filter(isConstant).map(readConstant), slots),
        ),
      },
    },
  ]
}

function isConstant(parameter: Parameter): parameter is ConstantParameter {
  return parameter.kind === 'constant'
}

/** A constant is checked and says nothing more. */
function readConstant({ wireName, value, assumed }: ConstantParameter): Expression {
  return call(`fields.${assumed ? 'optional' : 'required'}`, call('oneOf', text(value)), text(wireName))
}
