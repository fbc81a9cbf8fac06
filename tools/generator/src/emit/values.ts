import type { Slot, Value } from '../model/endpoint-model.js'
import { call, code, type Expression, text } from './typescript/declarations.js'
import { quoted } from './typescript/literals.js'

/** The checks that a value of each type passes, by the names that the client's wire room gives them. */
const checks = {
  text: 'visibleText',
  free_text: 'freeText',
  bearer_token: 'bearerToken',
  uri: 'redirectUri',
  scopes: 'scopeText',
  seconds: 'seconds',
  code_verifier: 'codeVerifier',
  code_challenge: 'codeChallenge',
} as const

/** The name of the check for a value. */
export function checkName(value: Value): string {
  if (value.type !== 'enum') return checks[value.type]
  return value.ignoreCase ? 'oneOfIgnoringCase' : 'oneOf'
}

/** The TypeScript type of a value. */
export function typeOf(value: Value): string {
  if (value.type === 'enum') return value.values.map(quoted).join(' | ')
  return value.type === 'seconds' ? 'number' : 'string'
}

/** `fields.required(check, 'name', 'alias')` */
export function readSlot({ wireName, aliases, value, presence }: Slot): Expression {
  const check =
    value.type === 'enum' ? call(checkName(value), ...value.values.map(text)) : code(checkName(value))
  return call(`fields.${presence}`, check, ...[wireName, ...aliases].map(text))
}
