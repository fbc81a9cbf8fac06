/** Members of the provider's objects that several of them have. */
import { type EndpointModel, isSlot, type Message, type Parameter } from '../../model/endpoint-model.js'
import { code, type Member, object } from '../typescript/declarations.js'

export function number(name: string, value: number): Member {
  return { name, value: code(String(value)) }
}

/** An object that is left out where there is nothing in it. */
export function tableMember(name: string, members: readonly Member[]): readonly Member[] {
  return members.length === 0 ? [] : [{ name, value: object(members) }]
}

/** The message that an endpoint answers with, where it is no redirect. */
export function answerOf({ answer }: EndpointModel, messages: readonly Message[]): Message | undefined {
  return messages.find(({ name }) => answer.kind === 'status' && name === answer.message)
}

/** What an answer always says of itself, so that it can be told from another under the same status. */
export function flagsOf(message: Message | undefined): readonly Member[] {
  return (message?.fields ?? []).flatMap(({ wireName, value }) =>
    value.type === 'flag' ? [{ name: wireName, value: code(String(value.is)) }] : [],
  )
}

/** The names under which a request or an answer may have a value, its own first. */
export function namesOf(parameter: Parameter): readonly string[] {
  return isSlot(parameter) ? [parameter.wireName, ...parameter.aliases] : [parameter.wireName]
}
