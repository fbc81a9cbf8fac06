/** What a request of the login service is answered, as OpenAPI has it. */
import { groupBy } from '../../collections/group-by.js'
import type { Answer, EndpointModel, ErrorCode } from '../../model/endpoint-model.js'
import type { Model } from '../../model/model.js'
import type { JsonObject } from '../output.js'
import { prose } from '../words/prose.js'
import { schemaPath } from './json-schemas.js'

/** The answers of requests that share a method and a path, by status. */
export function responsesOf(members: readonly EndpointModel[], { errors, messages }: Model): JsonObject {
  const told = new Set(members.flatMap((member) => member.errors))
  const refusals = members.every(({ answer }) => answer.kind === 'status')
    ? errors.filter(({ code }) => told.has(code))
    : []
  const worded = messages.some(({ name }) => name === 'ErrorResponse')
  const good = new Map(members.map(({ answer }) => [statusOf(answer), answer]))
  const bad = [...groupBy(refusals, ({ status }) => String(status))].map(
    ([status, codes]) => [status, refusal(codes, worded, messages, good.get(status))] as const,
  )
  const asksUser = members.some(({ answer }) => answer.kind === 'redirect')
  return Object.fromEntries([
    ...(asksUser ? [['200', pages.asking] as const] : []),
    ...[...good].map(([status, answer]) => [status, success(answer, messages)] as const),
    ...bad,
    ...(asksUser ? [['4XX', pages.refusing] as const] : []),
  ])
}

/** What an authorization endpoint shows the user before, or instead of, sending the browser back (RFC 6749 §3.1, §4.1.2.1). */
const pages = {
  asking: htmlPage('Asks the user, who may have to sign in first. What they say sends the browser back.'),
  refusing: htmlPage(
    'Tells the user that the client or the redirect URI is wrong: there is nowhere to go back to.',
  ),
}

function htmlPage(description: string): JsonObject {
  return { description, content: { 'text/html': { schema: { type: 'string' } } } }
}

/** Which of the statuses of a redirect is sent is not said: clients follow any. */
function statusOf(answer: Answer): string {
  return answer.kind === 'status' ? String(answer.status) : '3XX'
}

const DONE = 'It is done. The body is ignored.'

/** What an answer holds. */
function wordsOf({ message }: Status, messages: Model['messages']): string {
  const found = messages.find(({ name }) => name === message)
  return found === undefined ? DONE : prose(found.description)
}

function success(answer: Answer, messages: Model['messages']): JsonObject {
  switch (answer.kind) {
    case 'redirect': {
      const fragment =
        answer.fragment === undefined
          ? ''
          : `, or those of \`${schemaPath(answer.fragment)}\` in its fragment`
      return redirect(
        `To the redirect URI, with the parameters of \`${schemaPath(answer.message)}\` in its query${fragment}. Errors go there too, unless the client or the redirect URI is wrong.`,
      )
    }
    case 'page':
      return redirect(`To \`${answer.location}\`.`)
    case 'status':
      return answer.message === undefined
        ? { description: DONE }
        : { description: wordsOf(answer, messages), content: json(schema(answer.message)) }
  }
}

function redirect(description: string): JsonObject {
  return { description, headers: { Location: { schema: { type: 'string', format: 'uri-reference' } } } }
}

/** A refusal, and under a status of success what else comes under it. */
function refusal(
  codes: readonly ErrorCode[],
  worded: boolean,
  messages: Model['messages'],
  beside: Answer | undefined,
): JsonObject {
  const list = codes.map(({ code, description }) => `- \`${code}\`: ${prose(description)}`)
  const good = beside?.kind === 'status' ? [`${wordsOf(beside, messages)} Or a refusal:`] : []
  const description = [...good, ...list].join('\n')
  if (!worded) return { description }
  const known = {
    allOf: [schema('ErrorResponse'), { properties: { error: { examples: codes.map(({ code }) => code) } } }],
  }
  return { description, content: json(beside?.kind === 'status' ? { anyOf: [body(beside), known] } : known) }
}

/** A body that is ignored is known by not being a refusal. */
function body({ message }: Status): JsonObject {
  return message === undefined
    ? { description: 'Anything but a refusal.', not: schema('ErrorResponse') }
    : schema(message)
}

type Status = Extract<Answer, { kind: 'status' }>

function schema(message: string): JsonObject {
  return { $ref: `#/components/schemas/${message}` }
}

function json(content: JsonObject): JsonObject {
  return { 'application/json': { schema: content } }
}
