import type { Access } from '../model/operation-model.js'
import type { Emitter } from './output.js'
import { type Expression, list, spreadObject, text } from './typescript/declarations.js'

/** Each operation's id and what it needs, by method and path. */
export const operations: Emitter = ({ provider, operations: all }, { client }) => [
  {
    path: `${client.folder}/operations.ts`,
    from: ['operations'],
    content: {
      imports: [],
      declarations: [
        {
          kind: 'constant',
          name: 'operations',
          docs:
            `The id of each operation of ${provider.name}'s API, and who may call it: \`none\` needs no token, ` +
            '`any_token` any, `pat` a personal access token, and a list a token with all scopes of one of its sets.',
          value: spreadObject(
            all.map(({ key, id, access }) => ({ name: key, value: list([text(id), accessValue(access)]) })),
          ),
          asConst: true,
        },
      ],
    },
  },
]

function accessValue(access: Access): Expression {
  return access.auth === 'scoped' ? setsValue(access.anyOf) : text(access.auth)
}

/** Sets of scopes as a list of lists. */
export function setsValue(sets: readonly (readonly string[])[]): Expression {
  return list(sets.map((set) => list(set.map(text))))
}
