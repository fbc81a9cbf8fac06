import { callbackNames, type EndpointModel, secretNames } from '../../model/endpoint-model.js'
import type { Emitter } from '../output.js'
import { list, type Member, object, spreadObject, text } from '../typescript/declarations.js'
import { prose } from '../words/prose.js'

/** Where the service is and where each request goes. */
export const endpoints: Emitter = ({ provider, endpoints: all, messages }, { client }) => [
  {
    path: `${client.folder}/endpoints.ts`,
    from: ['endpoints'],
    content: {
      imports: [],
      declarations: [
        {
          kind: 'constant',
          name: 'loginUrl',
          docs: `The origin of ${prose(provider.name)}'s login service.`,
          value: text(provider.loginUrl),
        },
        {
          kind: 'constant',
          name: 'apiUrl',
          docs: `The origin of ${prose(provider.name)}'s API.`,
          value: text(provider.apiUrl),
        },
        {
          kind: 'constant',
          name: 'endpoints',
          docs: 'The method and the path of each request to the login service.',
          value: spreadObject(all.map(member)),
          asConst: true,
        },
        {
          kind: 'union',
          name: 'EndpointName',
          docs: 'A request to the login service, by the name that errors and the spec have for it.',
          members: all.map(({ name }) => name),
        },
        {
          kind: 'constant',
          name: 'callbackParameters',
          docs: 'Every parameter that a browser brings back to the redirect URI in its query.',
          value: list(callbackNames(all, messages).map(text)),
          asConst: true,
        },
        {
          kind: 'constant',
          name: 'secretParameters',
          docs: 'Every name under which a secret stands in a request or an answer.',
          type: 'readonly string[]',
          value: list(secretNames(all, messages).map(text)),
        },
      ],
    },
  },
]

function member({ name, title, source, description, deprecated, ...model }: EndpointModel): Member {
  const { method, path, authentication } = model
  const where = source === 'facts' ? '' : ` (${source})`
  const docs = `${prose(`${title}${where}. ${description}`)}${deprecated === undefined ? '' : `\n\n@deprecated ${prose(deprecated)}`}`
  return {
    name,
    docs,
    value: object([
      { name: 'method', value: text(method) },
      { name: 'path', value: text(path) },
      ...(authentication === 'body' ? [] : [{ name: 'authentication', value: text(authentication) }]),
    ]),
  }
}
