/** How complaints about options speak of words and values. */
import { nearestWords } from '@linode-login/core/internal'

/** The nearest right word, where one is near. */
export function meant(word: string, known: readonly string[]): string {
  const [right] = nearestWords(word, known)
  return right === undefined ? '' : ` (did you mean '${right}'?)`
}

/** Of a text or an object, which may hold a secret, only what it is. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return 'this text'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return article(tagOf(value))
  if (typeof value === 'function') return tagOf(value) === 'Function' ? 'a function' : article(tagOf(value))
  return typeof value === 'symbol' ? 'a symbol' : String(value)
}

function article(tag: string): string {
  if (tag === 'Object') return 'an object'
  return `${/^[AEIO]/.test(tag) ? 'an' : 'a'} ${tag}`
}

const MOST_SHOWN = 40

/** A word that came, or the beginning of it, in one line. */
export function quoted(word: string): string {
  return `'${JSON.stringify(word.slice(0, MOST_SHOWN)).slice(1, -1)}'`
}

/** All words, in quotes. */
export function listed(words: readonly string[], joint = 'or'): string {
  return inOneSentence(words.map(quoted), joint)
}

/** All words as they are: `GET, PUT or DELETE`. */
export function inOneSentence(words: readonly string[], joint = 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`
}

/** What an object calls itself, whichever realm made it: `Map`, `Promise`, `Object`. */
export function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice('[object '.length, -1)
}
