import type { Answer, EndpointModel, Message, Parameter, Slot } from '../model/endpoint-model.js'
import type { Model } from '../model/model.js'
import { mono, page, table } from './markdown.js'
import { sourceDocs } from './messages.js'
import type { Emitter } from './output.js'

/** The requests and answers as a page to read. */
export const referenceOfEndpoints: Emitter = (model, { reference }) => [
  {
    path: `${reference}/endpoints.md`,
    from: ['endpoints'],
    content: page(
      `# Endpoints of ${model.provider.name}`,
      `All paths follow ${mono(model.provider.loginUrl)}. Parameters that aren't listed are ignored.`,
      ...model.endpoints.flatMap(endpoint),
      '## Answers',
      ...model.messages.flatMap(message),
      '## Error codes',
      table(
        ['code', 'status', 'what it means', 'source'],
        model.errors.map(({ code, status, description, source }) => [
          mono(code),
          String(status),
          description,
          source,
        ]),
      ),
      '## Refusals of the API',
      ...api(model),
    ),
  },
]

function endpoint(entry: EndpointModel): string[] {
  const { title, description, deprecated, source, method, path, media, parameters, answer, errors } = entry
  return [
    `## ${title}`,
    `${mono(`${method} ${path}`)} (${mono(entry.name)} in code). ${description}`,
    ...(deprecated === undefined ? [] : [`**Deprecated.** ${deprecated}`]),
    sourceDocs(source),
    ...(parameters.length === 0
      ? []
      : [table(['parameter', 'value', 'needed', 'what it is'], parameters.map(parameterRow))]),
    ...(media.length === 0 ? [] : [`The body is ${media.map(mono).join(' or ')}.`]),
    answerWords(answer),
    ...(errors.length === 0 ? [] : [`It may refuse with ${errors.map(mono).join(', ')}.`]),
  ]
}

function parameterRow(parameter: Parameter): string[] {
  if (parameter.kind === 'slot') return slotRow(parameter)
  const { wireName, value, assumed, description } = parameter
  return [mono(wireName), `always ${mono(value)}`, assumed ? 'no' : 'yes', description]
}

function slotRow({ wireName, aliases, value, presence, secret, description }: Slot): string[] {
  const also = aliases.length === 0 ? '' : ` or ${aliases.map(mono).join(', ')}`
  const kind = value.type === 'enum' ? value.values.map(mono).join(' or ') : value.type.replaceAll('_', ' ')
  const needed = { required: 'yes', optional: 'no', nullable: 'no; may be null' }[presence]
  return [mono(wireName) + also, kind, needed, secret ? `${description} Secret.` : description]
}

function answerWords(answer: Answer): string {
  switch (answer.kind) {
    case 'redirect': {
      const fragment = answer.fragment === undefined ? '' : `, or ${link(answer.fragment)} in its fragment`
      return `It answers by sending the browser to the redirect URI with ${link(answer.message)} in the query${fragment}.`
    }
    case 'page':
      return `It answers by sending the browser to ${mono(answer.location)}.`
    case 'status': {
      const body =
        answer.message === undefined ? '; the body is ignored' : ` and ${link(answer.message)} as JSON`
      return `It answers ${answer.status}${body}.`
    }
  }
}

function link(message: string): string {
  return `[${mono(message)}](#${message.toLowerCase()})`
}

function message({ name, title, description, source, fields }: Message): string[] {
  const rows = fields.map(slotRow)
  return [
    `### ${name}`,
    `${title}. ${description} ${sourceDocs(source)}`,
    table(['field', 'value', 'needed', 'what it is'], rows),
  ]
}

function api({ provider, api: { basePath, headers, errors } }: Model): string[] {
  const rows = errors.map(({ status, reason, description }) => [String(status), reason, description])
  return [
    `The API is at ${mono(provider.apiUrl + basePath)}. It answers every call with ${mono(headers.granted)}, the scopes that ` +
      `the token has, and ${mono(headers.accepted)}, those that the call needs.`,
    table(['status', 'reason', 'what it means'], rows),
  ]
}
