import type { Model } from '../../model/model.js'
import type { Template } from '../../spec/endpoints-document.js'
import { code, type Expression, list, object, spreadObject, text } from '../typescript/declarations.js'
import { number } from './members.js'

/** The provider's API, as far as scopes and refusals go. */
export function apiValue({ api }: Model): Expression {
  const errors = api.errors.map(({ name, status, reason }) => ({
    name,
    value: object([number('status', status), { name: 'reason', value: text(reason) }]),
  }))
  return spreadObject([
    { name: 'basePath', value: text(api.basePath) },
    { name: 'operations', value: code('operations') },
    {
      name: 'headers',
      value: object([
        { name: 'granted', value: text(api.headers.granted) },
        { name: 'accepted', value: text(api.headers.accepted) },
      ]),
    },
    { name: 'refusal', value: literal(api.refusal) },
    { name: 'errors', value: spreadObject(errors) },
  ])
}

function literal(part: Template): Expression {
  if (typeof part === 'string') return text(part)
  if (typeof part === 'boolean') return code(String(part))
  if (isList(part)) return list(part.map(literal))
  return object(Object.entries(part).map(([name, value]) => ({ name, value: literal(value) })))
}

function isList(part: Template): part is readonly Template[] {
  return Array.isArray(part)
}
