import type { Emitter } from '../output.js'
import { list, text } from '../typescript/declarations.js'

/**
 * The OAuth error codes: a type that stands by itself, so that no entry must export the list, and the list.
 */
export const errorCodes: Emitter = ({ errors }, { client }) => [
  {
    path: `${client.folder}/error-codes.ts`,
    from: ['endpoints'],
    content: {
      imports: [],
      declarations: [
        {
          kind: 'union',
          name: 'OAuthErrorCode',
          docs: 'The error codes that are known. A server may answer others.',
          members: errors.map(({ code }) => code),
        },
        {
          kind: 'constant',
          name: 'oauthErrorCodes',
          docs: 'Each error code that is known.',
          type: 'readonly OAuthErrorCode[]',
          value: list(errors.map(({ code }) => text(code))),
        },
      ],
    },
  },
]
