/** What a request of the login service is answered, as OpenAPI has it. */
import { groupBy } from '../../collections/group-by.js'
import type { Answer, EndpointModel, ErrorCode } from '../../model/endpoint-model.js'
import type { Model } from '../../model/model.js'
import type { JsonObject } from '../output.js'
import { prose } from '../words/prose.js'

/** The answers of requests that share a method and a path, by status. */
export function responsesOf(members: readonly EndpointModel[], { errors, messages }: Model): JsonObject {
  const told = new Set(members.flatMap((member) => member.errors))
  const refusals = members.every(({ answer }) => answer.kind === 'status')
    ? errors.filter(({ code }) => told.has(code))
    : []
  const worded = messages.some(({ name }) => name === 'ErrorResponse')
  const good = new Map(members.map(({ answer }) => [statusOf(answer), answer]))
  const bad = [...groupBy(refusals, ({ status }) => String(status))].map(
    ([status, codes]) => [status, refusal(codes, worded, good.get(status))] as const,
  )
  const asksUser = members.some(({ answer }) => answer.kind === 'redirect')
  return Object.fromEntries([
    ...(asksUser ? [['200', pages.asking] as const] : []),
    ...[...good].map(([status, answer]) => [status, success(answer)] as const),
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

function success(answer: Answer): JsonObject {
  switch (answer.kind) {
    case 'redirect': {
      const fragment = answer.fragment === undefined ? '' : `, or ${answer.fragment} in its fragment`
      return redirect(
        `To the redirect URI, with ${answer.message} in the query${fragment}. Errors go there too, unless the client or the redirect URI is wrong.`,
      )
    }
    case 'page':
      return redirect(`To ${answer.location}.`)
    case 'status':
      return answer.message === undefined
        ? { description: 'All is well. The body is ignored.' }
        : { description: 'All is well.', content: json(schema(answer.message)) }
  }
}

function redirect(description: string): JsonObject {
  return { description, headers: { Location: { schema: { type: 'string', format: 'uri-reference' } } } }
}

/** A refusal, and under a status of success what else comes under it. */
function refusal(codes: readonly ErrorCode[], worded: boolean, beside: Answer | undefined): JsonObject {
  const list = codes.map(({ code, description }) => `- \`${code}\`: ${prose(description)}`)
  const description = [...(beside === undefined ? [] : ['All is well, or refused:']), ...list].join('\n')
  if (!worded) return { description }
  const known = {
    allOf: [schema('ErrorResponse'), { properties: { error: { examples: codes.map(({ code }) => code) } } }],
  }
  return { description, content: json(beside?.kind === 'status' ? { anyOf: [body(beside), known] } : known) }
}

/** A body that is ignored is known by not being a refusal. */
function body({ message }: Extract<Answer, { kind: 'status' }>): JsonObject {
  return message === undefined
    ? { description: 'All is well.', not: schema('ErrorResponse') }
    : schema(message)
}

function schema(message: string): JsonObject {
  return { $ref: `#/components/schemas/${message}` }
}

function json(content: JsonObject): JsonObject {
  return { 'application/json': { schema: content } }
}
