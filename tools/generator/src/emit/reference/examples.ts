/** Requests and answers as they look on the wire, made of what the spec says of their parts. */
import {
  type EndpointModel,
  isSlot,
  type Message,
  type Parameter,
  type Slot,
} from '../../model/endpoint-model.js'
import type { Model } from '../../model/model.js'
import type { Json } from '../output.js'

/** A request with everything that a client without a secret may say, as HTTP, a parameter a line. */
export function exampleRequest({ provider }: Model, endpoint: EndpointModel): string {
  const { method, path, media, authentication, parameters } = endpoint
  const form = parameters
    .filter((parameter) => !isConfidential(parameter))
    .map((parameter) => `${parameter.wireName}=${sent(parameter)}`)
    .join('\n    &')
  const host = `Host: ${new URL(provider.loginUrl).host}`
  const who = authentication === 'bearer' ? ['Authorization: Bearer ACCESS_TOKEN'] : []
  if (method === 'GET') return [`GET ${path}${form && '?'}${form} HTTP/1.1`, host, ...who].join('\n')
  const type = media.slice(0, 1).map((first) => `Content-Type: ${first}`)
  const body = form === '' ? [] : ['', form]
  return [`${method} ${path} HTTP/1.1`, host, ...who, ...type, ...body].join('\n')
}

/** An answer in JSON with all that is usual in it. */
export function exampleAnswer(model: Model, { fields }: Message): string {
  const own = fields.filter(({ within }) => within === undefined)
  const holders = new Set(fields.flatMap(({ within }) => within ?? []))
  const valuesOf = (slots: readonly Slot[]) =>
    Object.fromEntries(slots.map((slot) => [slot.wireName, exampleValue(model, slot)]))
  const held = [...holders].map((holder) => [
    holder,
    valuesOf(fields.filter(({ within }) => within === holder)),
  ])
  return JSON.stringify({ ...valuesOf(own), ...Object.fromEntries(held) }, undefined, 2)
}

/** Whether only a client that can keep a secret sends it: where every client must, there are no others. */
function isConfidential(parameter: Parameter): boolean {
  return isSlot(parameter) && parameter.wireName === 'client_secret' && parameter.presence !== 'required'
}

function sent(parameter: Parameter): string {
  if (!isSlot(parameter)) return parameter.value
  if (parameter.value.type === 'enum') return parameter.value.values[0] ?? ''
  return placeholder(parameter)
}

function exampleValue({ scopes, provider }: Model, slot: Slot): Json {
  switch (slot.value.type) {
    case 'flag':
      return slot.value.is
    case 'enum':
      return slot.value.values[0] ?? ''
    case 'seconds':
      return provider.lifetimes.find(([name]) => name === 'accessToken')?.[1] ?? 0
    case 'scopes': {
      const [first] = scopes.families[0]?.scopes ?? scopes.singles
      const last = scopes.families.at(-1)?.scopes[0] ?? scopes.singles.at(-1)
      const texts = [...new Set([first?.text, last?.text].filter((text) => text !== undefined))]
      return texts.join(scopes.separators.answer)
    }
    default:
      return placeholder(slot)
  }
}

function placeholder({ wireName }: Slot): string {
  return wireName.toUpperCase()
}
