/** Scopes as they are typed: a text, or a list in JSON. */
import { OAuthScopes } from '@linode-login/core'
import { Refusal } from './refusal.js'

/**
 * Scopes in canonical form, of a text with spaces, commas or line breaks, or of a list in JSON.
 *
 * @throws Refusal for a list of something else, and for more than 64 KiB.
 */
export function readScopes(text: string): string[] {
  const listed = text.trimStart().startsWith('[') ? fromJson(text) : text
  if (listed.length > 64 * 1024) throw new Refusal('usage', 'Scopes: at most 64 KiB are read.')
  return OAuthScopes.parse(listed.replace(/\s+/g, ' '))
}

function fromJson(text: string): string {
  try {
    const list: unknown = JSON.parse(text)
    if (Array.isArray(list) && list.every((one) => typeof one === 'string')) return list.join(' ')
  } catch {
    // Said below: the error of JSON.parse quotes the text.
  }
  throw new Refusal('usage', 'Scopes: a list in JSON must hold texts, as in ["linodes:read_only"].')
}
