import type { Operation } from '../../model/operation-model.js'
import type { Emitter } from '../output.js'
import { type Expression, list, object, text } from '../typescript/declarations.js'
import { prose } from '../words/prose.js'
import { setsValue } from './operations.js'

/** The API's operations for a server that plays it. */
export const serverOperations: Emitter = ({ provider, operations: all }, { server }) => [
  {
    path: `${server.folder}/operations.ts`,
    from: ['operations'],
    content: {
      imports: [{ from: server.provider, names: ['ApiOperation'], typeOnly: true }],
      declarations: [
        {
          kind: 'constant',
          name: 'operations',
          docs: `The operations of ${prose(provider.name)}'s API and who may call them.`,
          type: 'readonly ApiOperation[]',
          value: list(all.map(operationValue)),
        },
      ],
    },
  },
]

function operationValue({ id, method, path, access, accepted }: Operation): Expression {
  return object([
    { name: 'id', value: text(id) },
    { name: 'method', value: text(method) },
    { name: 'path', value: text(path) },
    { name: 'auth', value: text(access.auth) },
    { name: 'anyOf', value: setsValue(accepted) },
  ])
}
