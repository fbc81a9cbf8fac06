import type { Answer, EndpointModel, Message, Parameter, Slot } from '../../model/endpoint-model.js'
import { headingsOfEndpoints } from '../../model/headings.js'
import type { Model } from '../../model/model.js'
import type { Emitter } from '../output.js'
import { sourceDocs } from '../wire/messages.js'
import { prose } from '../words/prose.js'
import { exampleAnswer, exampleRequest } from './examples.js'
import { fenced, heading, mono, page, table, toHeading } from './markdown.js'
import { kindRows, valueWords } from './values.js'

/** The requests and answers as a page to read. */
export const referenceOfEndpoints: Emitter = (model, { reference, spec }) => {
  const path = `${reference}/endpoints.md`
  return [{ path, from: ['endpoints'], content: text(model, mono(spec.endpoints)) }]
}

/** As a login goes: the browser is sent to ask, then come the requests for tokens, then the pages where it may end. */
const course: readonly Answer['kind'][] = ['redirect', 'status', 'page']

function text(model: Model, source: string): string {
  const { provider, messages, errors } = model
  const place = ({ answer }: EndpointModel): number => course.indexOf(answer.kind)
  const endpoints = model.endpoints.toSorted((one, other) => place(one) - place(other))
  const current = endpoints.filter(({ deprecated }) => deprecated === undefined)
  const deprecated = endpoints.filter((entry) => entry.deprecated !== undefined)
  return page(
    heading(1, `Endpoints of ${provider.name}`),
    `What the login service at ${mono(provider.loginUrl)} is asked and what it answers, made from ${source}. A parameter or ` +
      'a field that is not listed is ignored. Beside this page stand, in the repository, an OpenAPI document of the same ' +
      '(`openapi.json`), metadata in the form of RFC 8414 (`oauth-authorization-server.json`) and a JSON Schema for each ' +
      'message (`schema/`). Each request is shown with all that a client without a secret may send, broken into lines for ' +
      'reading.',
    table(['request', 'by', 'what it does'], [...current, ...deprecated].map(contentsRow)),
    `The rest of this page: ${[answers, values, codes, ...(deprecated.length === 0 ? [] : [old]), refusals].map((title) => toHeading(title)).join(', ')}.`,
    ...current.flatMap((entry) => endpoint(model, entry, 2)),
    heading(2, answers),
    ...messages.flatMap((entry) => message(model, entry)),
    heading(2, values),
    'What a client accepts for a value of each kind, whether it is sent or comes.',
    table(['value', 'what it may be'], kindRows(model)),
    heading(2, codes),
    'What `error` says in a refusal, and the status that a JSON answer with it has; a redirect carries the code alone.',
    table(
      ['code', 'status', 'source', 'what it means'],
      errors.map(({ code, status, description, source }) => [
        mono(code),
        String(status),
        source === 'facts' ? '' : source,
        prose(description),
      ]),
    ),
    ...(deprecated.length === 0 ? [] : [heading(2, old)]),
    ...deprecated.flatMap((entry) => endpoint(model, entry, 3)),
    heading(2, refusals),
    ...api(model),
  )
}

const { answers, values, codes, deprecated: old, refusals } = headingsOfEndpoints

function contentsRow({ title, method, path, description, deprecated }: EndpointModel): string[] {
  const [sentence = ''] = description.split(/(?<=\.) /)
  const words = deprecated === undefined ? sentence : `Deprecated. ${sentence}`
  return [toHeading(title), mono(`${method} ${path}`), prose(words)]
}

function endpoint(model: Model, entry: EndpointModel, level: 2 | 3): string[] {
  const { title, description, deprecated, source, media, parameters, answer, errors } = entry
  return [
    heading(level, title),
    `${prose(description)} ${sourceDocs(source)} In code: ${mono(entry.name)}.`,
    ...(deprecated === undefined ? [] : [`**Deprecated.** ${prose(deprecated)}`]),
    fenced('http', exampleRequest(model, entry)),
    ...(parameters.length === 0
      ? []
      : [table(['parameter', 'value', 'needed', 'what it is'], parameters.map(parameterRow))]),
    ...(entry.authentication === 'bearer' ? ['An access token in the header shows who asks.'] : []),
    ...(media.length === 0 ? [] : [`The body is ${media.map(mono).join(' or ')}.`]),
    answerWords(answer),
    ...(errors.length === 0
      ? []
      : [`It may refuse with ${errors.map(mono).join(', ')}: ${toHeading(codes, 'what they mean')}.`]),
  ]
}

function parameterRow(parameter: Parameter): string[] {
  if (parameter.kind === 'slot') return slotRow(parameter)
  const { wireName, value, assumed, description } = parameter
  return [mono(wireName), `always ${mono(value)}`, assumed ? 'no' : 'yes', prose(description)]
}

function slotRow({ wireName, within, aliases, value, presence, secret, description }: Slot): string[] {
  const also = aliases.length === 0 ? '' : ` or ${aliases.map(mono).join(', ')}`
  const kind = valueWords(value)
  const needed = { required: 'yes', optional: 'no', nullable: 'no; may be null' }[presence]
  const name = within === undefined ? wireName : `${within}.${wireName}`
  return [mono(name) + also, kind, needed, prose(secret ? `${description} Secret.` : description)]
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
  return toHeading(message, mono(message))
}

function message(model: Model, entry: Message): string[] {
  const { name, title, description, source, fields } = entry
  const rows = fields.map(slotRow)
  const inBody = model.endpoints.some(({ answer }) => answer.kind === 'status' && answer.message === name)
  return [
    heading(3, name),
    `${prose(`${title}. ${description}`)} ${sourceDocs(source)}`,
    ...(inBody ? [fenced('json', exampleAnswer(model, entry))] : []),
    table(['field', 'value', 'needed', 'what it is'], rows),
  ]
}

function api({ provider, api: { basePath, headers, refusal, errors } }: Model): string[] {
  const rows = errors.map(({ status, reason, description }) => [
    String(status),
    prose(reason),
    prose(description),
  ])
  return [
    `The API is at ${mono(provider.apiUrl + basePath)}. It answers every call with ${mono(headers.granted)}, the scopes that ` +
      `the token has, and ${mono(headers.accepted)}, those that the call needs. The body of a refusal:`,
    fenced('json', JSON.stringify(refusal).replaceAll('{reason}', 'REASON')),
    table(['status', 'reason', 'what it means'], rows),
  ]
}
