/** What a value is, in the words of the pages, and what may stand for one of each kind. */
import { isSlot, type Value } from '../../model/endpoint-model.js'
import type { Model } from '../../model/model.js'
import { valueSchema } from '../standards/json-schema.js'
import { prose } from '../words/prose.js'
import { mono } from './markdown.js'

/** A value in a word or two. */
export function valueWords(value: Value): string {
  switch (value.type) {
    case 'enum':
      return value.values.map(mono).join(' or ')
    case 'flag':
      return mono(String(value.is))
    default:
      return value.type.replaceAll('_', ' ')
  }
}

type Kind = Exclude<Value['type'], 'enum' | 'flag'>

/** What is accepted, but for its length. */
const kinds: readonly (readonly [kind: Kind, words: string])[] = [
  ['text', 'Printable ASCII, not empty'],
  ['free_text', 'Any text; for people, never to be trusted'],
  ['bearer_token', 'Letters, digits and any of `-._~+/`, not empty, and behind them any number of `=`'],
  ['uri', 'An absolute URI of visible ASCII, without a fragment, kept byte for byte'],
  ['scopes', 'Scopes with spaces or commas between, maybe none: printable ASCII without `"` and `\\`'],
  ['seconds', 'A whole number, not negative; as a text at most 15 digits. More than ten years count as ten'],
  ['code_verifier', '43 to 128 letters, digits and any of `-._~`'],
  ['code_challenge', '43 characters of base64url'],
]

/** The kinds of values that the provider has, with what is accepted of each. */
export function kindRows({ endpoints, messages }: Model): string[][] {
  const slots = [...endpoints.map(({ parameters }) => parameters), ...messages.map(({ fields }) => fields)]
    .flat()
    .filter(isSlot)
  const used = new Set<string>(slots.map(({ value }) => value.type))
  return kinds
    .filter(([type]) => used.has(type))
    .map(([type, words]) => {
      const { maxLength } = valueSchema({ type }, 'json')
      const length = maxLength === undefined ? '' : `; at most ${maxLength} characters`
      return [valueWords({ type }), prose(`${words}${length}.`)]
    })
}
