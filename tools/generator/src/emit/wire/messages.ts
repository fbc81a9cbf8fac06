import { type EndpointModel, isSlot, type Message, type Slot } from '../../model/endpoint-model.js'
import type { Model } from '../../model/model.js'
import { pascalCase } from '../../model/names.js'
import type { Emitter } from '../output.js'
import type { Field, Interface } from '../typescript/declarations.js'
import { prose } from '../words/prose.js'
import { paragraphs } from '../words/sentences.js'
import { typeOf } from './values.js'

/** The types of the requests and answers. */
export const messages: Emitter = (model, { client }) => [
  {
    path: `${client.folder}/messages.ts`,
    from: ['endpoints'],
    content: {
      imports: [],
      declarations: [
        ...requestsOf(model.endpoints).map(requestInterface),
        ...answersOf(model).map(messageInterface),
      ],
    },
  },
]

/** An endpoint with parameters that a caller fills in, and the name of their type. */
export interface Request {
  readonly endpoint: EndpointModel
  readonly type: string
  readonly slots: readonly Slot[]
}

/** The endpoints that are asked something. */
export function requestsOf(endpoints: readonly EndpointModel[]): readonly Request[] {
  return endpoints
    .map((endpoint) => ({
      endpoint,
      type: `${pascalCase(endpoint.name)}Request`,
      slots: endpoint.parameters.filter(isSlot),
    }))
    .filter(({ slots }) => slots.length > 0)
}

/** The answers that a client reads: not those that only a fragment holds, which it never asks for. */
export function answersOf({ endpoints, messages }: Model): readonly Message[] {
  const answers = endpoints.map(({ answer }) => answer)
  const read = new Set(answers.map((answer) => (answer.kind === 'page' ? undefined : answer.message)))
  const inFragment = new Set(
    answers.map((answer) => (answer.kind === 'redirect' ? answer.fragment : undefined)),
  )
  return messages.filter(({ name }) => read.has(name) || !inFragment.has(name))
}

function requestInterface({ endpoint, type, slots }: Request): Interface {
  const { title, description, source, deprecated } = endpoint
  const docs = paragraphs(
    prose(`${title}. ${description}`),
    sourceDocs(source),
    deprecated && `@deprecated ${prose(deprecated)}`,
  )
  return { kind: 'interface', name: type, docs, fields: slots.map(fieldOf) }
}

function messageInterface({ name, title, description, source, fields }: Message): Interface {
  const docs = paragraphs(prose(`${title}. ${description}`), sourceDocs(source))
  return { kind: 'interface', name, docs, fields: fields.map(fieldOf) }
}

function fieldOf({ name, description, secret, value, presence }: Slot): Field {
  const docs = prose(secret ? `${description} Secret.` : description)
  return { name, docs, type: typeOf(value), optional: presence !== 'required' }
}

/** Where a request or an answer is written down. */
export function sourceDocs(source: string): string {
  return source === 'facts' ? 'Source: no standard; as the service was seen to behave.' : `Source: ${source}.`
}
