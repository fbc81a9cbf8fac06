/** How the provider's answers differ from those of RFC 6749. */
import type { Message, Slot } from '../../model/endpoint-model.js'
import type { Model } from '../../model/model.js'
import { code, type Expression, list, type Member, object, text } from '../typescript/declarations.js'
import { answerOf, flagsOf, namesOf, tableMember } from './members.js'

/** How an answer that is no redirect tells of tokens and scopes, where it is not as RFC 6749 §5.1 has it. */
export function tokenResponseValue({ endpoints, messages, scopes }: Model): Expression {
  const fields = endpoints.flatMap((endpoint) => answerOf(endpoint, messages)?.fields ?? [])
  const granted = fields.find(({ value, within }) => value.type === 'scopes' && within === undefined)
  const tokenType = tokenTypeIn(fields, undefined)
  const userToken = fields.find(({ wireName, within }) => wireName === 'access_token' && within !== undefined)
  const { write, answer } = scopes.separators
  return object([
    { name: 'scopes', value: list((granted === undefined ? [] : namesOf(granted)).map(text)) },
    ...(answer === write ? [] : [{ name: 'separator', value: text(answer) }]),
    ...(tokenType === 'bearer' ? [] : [{ name: 'type', value: text(tokenType) }]),
    ...(userToken?.within === undefined
      ? []
      : [{ name: 'userToken', value: userTokenValue(userToken.within, fields) }]),
  ])
}

function userTokenValue(place: string, fields: readonly Slot[]): Expression {
  return object([
    { name: 'within', value: text(place) },
    { name: 'type', value: text(tokenTypeIn(fields, place)) },
  ])
}

/** The `token_type` of an answer or of an object in it: the first that is known. */
function tokenTypeIn(fields: readonly Slot[], place: string | undefined): string {
  const type = fields.find(({ wireName, within }) => wireName === 'token_type' && within === place)
  return (type?.value.type === 'enum' ? type.value.values[0] : undefined) ?? 'bearer'
}

/** How a refusal is worded, where it is not as RFC 6749 §5.2 has it. */
export function errorResponseMembers(messages: readonly Message[]): readonly Member[] {
  const message = messages.find(({ name }) => name === 'ErrorResponse')
  const flags = tableMember('flags', flagsOf(message))
  const described = message?.fields.some(({ wireName }) => wireName === 'error_description') ?? true
  if (flags.length === 0 && described) return []
  return [
    {
      name: 'errorResponse',
      value: object([...flags, { name: 'described', value: code(String(described)) }]),
    },
  ]
}
