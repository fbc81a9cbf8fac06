/**
 * Endpoints and fields that clients know by their names (RFC 6749 §5): nothing of the spec refers to them, so a slip
 * where one is declared would show in its examples alone.
 */
import { nearest } from '../../report/nearest.js'
import type { EndpointsDocument } from '../../spec/endpoints-document.js'
import type { Spot } from '../rule.js'

/** A name as it is declared, and the usual one that it is like. */
export interface UnusualName extends Spot {
  readonly what: string
  readonly declared: string
  readonly usual: string
}

export function unusualNames({ endpoints, messages }: EndpointsDocument): readonly UnusualName[] {
  return [
    ...unusualAmong('endpoint', Object.keys(endpoints), ENDPOINTS, 'endpoints'),
    ...Object.entries(messages).flatMap(([id, { fields }]) =>
      unusualAmong('field', Object.keys(fields), FIELDS, 'messages', id, 'fields'),
    ),
  ]
}

const ENDPOINTS = ['authorize', 'exchange', 'refresh', 'revoke', 'expire', 'logout']

/** Of two words, since a provider may have a field of its own that differs from `code` or `state` by a letter. */
const FIELDS = ['access_token', 'token_type', 'refresh_token', 'expires_in', 'error_description']

function unusualAmong(
  what: string,
  names: readonly string[],
  usual: readonly string[],
  ...path: readonly string[]
): readonly UnusualName[] {
  const missing = usual.filter((one) => !names.includes(one))
  return names
    .filter((name) => !usual.includes(name))
    .flatMap((declared) => {
      const meant = missing.find((one) => isSlipOf(declared, one))
      if (meant === undefined) return []
      return [{ what, declared, usual: meant, part: 'endpoints', path: [...path, declared], at: 'key' }]
    })
}

/** Whether each word is the other's, or misspells it: of a short one, such as `on` for `in`, nobody can tell. */
function isSlipOf(name: string, usual: string): boolean {
  const [words, others] = [name.split('_'), usual.split('_')]
  return (
    words.length === others.length &&
    others.every((other, index) => {
      const word = words[index] ?? ''
      return word === other || (other.length > 3 && nearest(word, [other]) !== undefined)
    })
  )
}
