/** What a login service is asked and what it answers. */
import type { ValueType } from '../spec/endpoints-document.js'

/** One kind of request. */
export interface EndpointModel {
  /** Its name in code. */
  readonly name: string
  readonly title: string
  readonly description: string
  readonly deprecated: string | undefined
  readonly source: string
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** How the client shows who it is. */
  readonly authentication: 'body' | 'bearer'
  readonly media: readonly string[]
  readonly parameters: readonly Parameter[]
  readonly answer: Answer
  readonly errors: readonly string[]
}

/** What an endpoint answers when all is well; messages by their type's name. */
export type Answer =
  | { readonly kind: 'redirect'; readonly message: string; readonly fragment: string | undefined }
  | { readonly kind: 'status'; readonly status: number; readonly message: string | undefined }
  | { readonly kind: 'page'; readonly location: string }

/** A parameter that always says the same, or one that the caller fills in. */
export type Parameter = ConstantParameter | Slot

/** A parameter with one value. */
export interface ConstantParameter {
  readonly kind: 'constant'
  readonly wireName: string
  readonly value: string
  /** Whether the service takes it for granted when it is left out. */
  readonly assumed: boolean
  readonly description: string
}

/** A named place for a value in a request or an answer. */
export interface Slot {
  readonly kind: 'slot'
  readonly wireName: string
  /** The object that holds it, where that is not the message itself. */
  readonly within: string | undefined
  /** Other names that are read too. */
  readonly aliases: readonly string[]
  /** Its name in code. */
  readonly name: string
  readonly value: Value
  readonly presence: 'required' | 'optional' | 'nullable'
  readonly secret: boolean
  readonly description: string
}

/** What a value can be. */
export type Value =
  | { readonly type: Exclude<ValueType, 'enum'> }
  | { readonly type: 'flag'; readonly is: boolean }
  | { readonly type: 'enum'; readonly values: readonly string[]; readonly ignoreCase: boolean }

/** An answer with named fields. */
export interface Message {
  /** Its type's name in code. */
  readonly name: string
  readonly title: string
  readonly description: string
  readonly source: string
  readonly fields: readonly Slot[]
}

/** An OAuth error code. */
export interface ErrorCode {
  readonly code: string
  readonly status: number
  /** The RFC's code that it is the provider's own word for. */
  readonly means: string | undefined
  readonly description: string
  readonly source: string
}

/** Whether a parameter is one that the caller fills in. */
export function isSlot(parameter: Parameter): parameter is Slot {
  return parameter.kind === 'slot'
}

/**
 * The name of every parameter that an endpoint adds to the query of the URL that it sends a browser back to.
 */
export function callbackNames(
  endpoints: readonly EndpointModel[],
  messages: readonly Message[],
): readonly string[] {
  const redirecting = endpoints.flatMap(({ answer }) => (answer.kind === 'redirect' ? [answer.message] : []))
  const answers = messages.filter(({ name }) => redirecting.includes(name))
  const names = answers.flatMap(({ fields }) =>
    fields.flatMap(({ wireName, aliases }) => [wireName, ...aliases]),
  )
  return [...new Set(names)].sort()
}

/** Every name under which a secret stands in a request or an answer, in the order of the alphabet. */
export function secretNames(
  endpoints: readonly EndpointModel[],
  messages: readonly Message[],
): readonly string[] {
  const slots = [
    ...endpoints.flatMap(({ parameters }) => parameters.filter(isSlot)),
    ...messages.flatMap(({ fields }) => fields),
  ]
  const secret = slots.filter((slot) => slot.secret)
  return [...new Set(secret.flatMap(({ wireName, aliases }) => [wireName, ...aliases]))].sort()
}
