import type { Slot, Value } from '../../model/endpoint-model.js'
import { call, code, type Expression, text } from '../typescript/declarations.js'
import { quoted } from '../typescript/literals.js'

/** The checks that a value of each type passes, by the names that the client's wire room gives them. */
const checks = {
  text: 'visibleText',
  free_text: 'freeText',
  bearer_token: 'bearerToken',
  uri: 'absoluteUri',
  scopes: 'scopeText',
  seconds: 'seconds',
  code_verifier: 'codeVerifier',
  code_challenge: 'codeChallenge',
} as const

/** The name of the check for a value. */
export function checkName(value: Value): string {
  if (value.type === 'flag') return 'oneOf'
  if (value.type !== 'enum') return checks[value.type]
  return value.ignoreCase ? 'oneOfIgnoringCase' : 'oneOf'
}

/** The TypeScript type of a value. */
export function typeOf(value: Value): string {
  if (value.type === 'enum') return value.values.map(quoted).join(' | ')
  if (value.type === 'flag') return String(value.is)
  return value.type === 'seconds' ? 'number' : 'string'
}

/** `fields.required(check, 'name', 'alias')`, with `within(fields, 'object')` where an object holds it. */
export function readSlot({ wireName, within, aliases, value, presence }: Slot): Expression {
  const fields = within === undefined ? 'fields' : `within(fields, ${quoted(within)})`
  return call(`${fields}.${presence}`, check(value), ...[wireName, ...aliases].map(text))
}

function check(value: Value): Expression {
  if (value.type === 'flag') return call('oneOf', code(String(value.is)))
  return value.type === 'enum' ? call(checkName(value), ...value.values.map(text)) : code(checkName(value))
}
