/**
 * Keeps secrets, and what a stranger's text could do to a terminal or a log, out of everything that an error shows.
 */
import { attempt } from './attempt.js'

const HIDDEN = '[hidden]'
const MAX_TEXT = 300
const MAX_FRAMES = 20
const MAX_CAUSES = 5

/** A value that is named as a secret: in a form, in JSON, in a printed object. */
const namedSecret =
  /\b(authorization\W{1,4}\w+ |(?:(?:access_|refresh_|id_)?token|client_secret|code(?:_verifier)?|state)(?:=|["']\s{0,4}:\s{0,4}["']?|\s{0,4}:\s{0,4}["']))[^\s"'&,;}]+/gi
const longWord = /[\w~+-]{16,}={0,2}/g
const notPrintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu

/**
 * A text from outside as an error may show it: without the given secrets, without anything that looks like a token,
 * without control characters, on one line and short.
 */
export function cleanText(text: string, secrets: readonly string[] = []): string {
  return hideSecrets(text, secrets)
    .replace(notPrintable, ' ')
    .trim()
    .slice(0, MAX_TEXT)
    .replace(/[\ud800-\udbff]$/, '')
}

/** Known secrets first, however they are written; then what looks like one, since an answer's secrets aren't known yet. */
function hideSecrets(text: string, secrets: readonly string[]): string {
  let shown = text
  for (const secret of secrets.flatMap(spellings).sort((one, other) => other.length - one.length)) {
    shown = shown.replaceAll(secret, HIDDEN)
  }
  return shown
    .replace(namedSecret, `$1${HIDDEN}`)
    .replace(longWord, (word) => (/\d/.test(word) ? HIDDEN : word))
}

function spellings(secret: string): string[] {
  if (secret === '') return []
  const form = new URLSearchParams([['', secret]]).toString().slice(1)
  return [secret, form, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]
}

/**
 * A copy of an error and of the errors behind it that shows no secret. The thing itself can't be kept: a `SyntaxError`
 * of `JSON.parse` quotes the text, and a `fetch` that was handed in may put the body into its error.
 */
export function redactCause(cause: unknown, secrets: readonly string[] = []): unknown {
  return copyOf(cause, secrets, MAX_CAUSES)
}

function copyOf(cause: unknown, secrets: readonly string[], left: number): unknown {
  if (typeof cause === 'string') return cleanText(cause, secrets)
  if (typeof cause !== 'object' || cause === null || left === 0) return undefined
  const name = textOf(cause, 'name', secrets) ?? 'Error'
  const message =
    name === 'SyntaxError' ? 'left out, since it quotes the text' : textOf(cause, 'message', secrets)
  const code = textOf(cause, 'code', secrets)
  const inner = copyOf(property(cause, 'cause'), secrets, left - 1)
  const errors = property(cause, 'errors')
  const copy = new Error(message, inner === undefined ? undefined : { cause: inner })
  copy.name = name
  copy.stack = stackOf(cause, copy, secrets)
  return Object.assign(
    copy,
    code === undefined ? {} : { code },
    Array.isArray(errors)
      ? { errors: errors.slice(0, MAX_CAUSES).map((one) => copyOf(one, secrets, left - 1)) }
      : {},
  )
}

function stackOf(cause: object, copy: Error, secrets: readonly string[]): string {
  const stack = property(cause, 'stack')
  const lines = typeof stack === 'string' ? stack.split('\n') : []
  const frames = lines.filter((line) => /^ +at /.test(line)).slice(0, MAX_FRAMES)
  return [`${copy.name}: ${copy.message}`, ...frames.map((frame) => `    ${cleanText(frame, secrets)}`)].join(
    '\n',
  )
}

function textOf(object: object, name: string, secrets: readonly string[]): string | undefined {
  const value = property(object, name)
  return typeof value === 'string' || typeof value === 'number'
    ? cleanText(String(value), secrets)
    : undefined
}

/** A property of an object that isn't ours: its getter may throw. */
function property(object: object, name: string): unknown {
  return attempt(() => Reflect.get(object, name))
}

type Inspect = (value: unknown, options: object) => string

/**
 * Makes Node's `util.inspect` leave an object's getters alone, even when it is told to call them. To be called in a
 * constructor. (As a method it would have a computed name, which isolated declarations can't describe.)
 */
export function hideGetters(object: object): void {
  Object.defineProperty(object, Symbol.for('nodejs.util.inspect.custom'), { value: inspectWithoutGetters })
}

function inspectWithoutGetters(this: unknown, depth: number, options: object, inspect: Inspect): string {
  return inspect(this, { ...options, depth, getters: false, customInspect: false })
}
