/**
 * Keeps secrets, and what a stranger's text could do to a terminal or a log, out of
 * everything that an error shows.
 */

import { secretParameters } from '../generated/endpoints.js'
import { attempt } from './attempt.js'
import { undoSpelling } from './spellings.js'

const HIDDEN = '[hidden]'
/** Stands for what is hidden while more is looked for: no character, so no secret is found in it. */
const MARK = '\uffff'
const MAX_TEXT = 300
const MAX_FRAMES = 20
const MAX_CAUSES = 5
/** How many layers of escapes are undone. Nobody needs more, but to hide something. */
const MAX_LAYERS = 8
/** So much of a secret tells that the rest follows: a longer one can't make the search slow. */
const MAX_COMPARED = 256

/** A value that is named as a secret: in a form, in JSON, in a printed object. */
const namedSecret: RegExp = /* @__PURE__ */ patternOfNamed()
/** Who a URL, or the address of a proxy, says is asking: `user:password@`. */
const userinfo = /(?:(?<=:\/\/)[^\s/?#@]{1,256}|\b\w{1,64}:[^\s/?#@]{1,256})(?=@)/g
const longWord = /[\w~+-]{16,}={0,2}/g
const notPrintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu

/** The spec says what is secret; the token of OpenID Connect may stand in another server's answer. */
function patternOfNamed(): RegExp {
  const names = [...secretParameters, 'id_token'].join('|')
  return new RegExp(
    String.raw`\b(authorization\W{1,4}\w+ |(?:${names})(?:=|["']\s{0,4}:\s{0,4}["']?|\s{0,4}:\s{0,4}["']))[^\s"'&,;}]+`,
    'gi',
  )
}

/** Makes a text from outside fit to be shown. */
export type Cleaner = (text: string) => string

/**
 * Makes of a text from outside what an error may show: without the given secrets, however they are spelt,
 * without anything that looks like a token, without control characters, on one line and short.
 */
export function cleaner(secrets: readonly string[] = []): Cleaner {
  const hide = hider(secrets)
  return (text) =>
    hideInEachLayer(text, hide)
      .replace(/\uffff+/g, HIDDEN)
      .replace(notPrintable, ' ')
      .trim()
      .slice(0, MAX_TEXT)
      .replace(/[\ud800-\udbff]$/, '')
}

/** One text, cleaned. */
export function cleanText(text: string, secrets?: readonly string[]): string {
  return cleaner(secrets)(text)
}

/**
 * What is found only once escapes are undone and unseen characters are gone is hidden there, and the text is
 * shown as it stands then. Where nothing is found it stays as it came.
 */
function hideInEachLayer(text: string, hide: Cleaner): string {
  let shown = hide(text)
  let layer = shown
  for (let layers = 0; layers < MAX_LAYERS; layers += 1) {
    const undone = undoSpelling(layer)
    if (undone === layer) return shown
    layer = hide(undone)
    if (layer !== undone) shown = layer
  }
  return MARK
}

/** Known secrets first; then what looks like one, since an answer's secrets aren't known yet. */
function hider(secrets: readonly string[]): Cleaner {
  const known = [...new Set(secrets.flatMap(layersOf))].filter((secret) => secret !== '')
  const pattern = known
    .sort((one, other) => other.length - one.length)
    .map(patternOf)
    .join('|')
  const anyKnown = pattern === '' ? undefined : new RegExp(pattern, 'giu')
  return (text) =>
    (anyKnown === undefined ? text : text.replace(anyKnown, MARK))
      .replace(namedSecret, `$1${MARK}`)
      .replace(userinfo, MARK)
      .replace(longWord, (word) => (/\d/.test(word) ? MARK : word))
}

/** A secret that looks as if it were spelt in some way is also found once that is undone. */
function layersOf(secret: string): string[] {
  const layers = [secret]
  for (const layer of layers) {
    const undone = undoSpelling(layer)
    if (undone !== layer && layers.length < MAX_LAYERS) layers.push(undone)
  }
  return layers
}

/** In any case, and with spaces as a form writes them. */
function patternOf(secret: string): string {
  const start = secret
    .slice(0, MAX_COMPARED)
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(/\\\+| /g, '[\\s+]')
  return secret.length > MAX_COMPARED ? `${start}[^]*` : start
}

/**
 * A copy of an error and of the errors behind it that shows no secret. The thing itself can't be
 * kept: a `SyntaxError` of `JSON.parse` quotes the text, and a `fetch` that was handed in may
 * put the body into its error.
 */
export function redactCause(cause: unknown, secrets: readonly string[] = []): unknown {
  return copyOf(cause, cleaner(secrets), MAX_CAUSES)
}

function copyOf(cause: unknown, clean: Cleaner, left: number): unknown {
  if (typeof cause === 'string') return clean(cause)
  if (typeof cause !== 'object' || cause === null || left === 0) return undefined
  const name = textOf(cause, 'name', clean) ?? 'Error'
  const message =
    name === 'SyntaxError' ? 'left out, since it quotes the text' : textOf(cause, 'message', clean)
  const code = textOf(cause, 'code', clean)
  const inner = copyOf(property(cause, 'cause'), clean, left - 1)
  const errors = property(cause, 'errors')
  const copy = new Error(message, inner === undefined ? undefined : { cause: inner })
  copy.name = name
  copy.stack = stackOf(cause, copy, clean)
  return Object.assign(
    copy,
    code === undefined ? {} : { code },
    Array.isArray(errors)
      ? { errors: errors.slice(0, MAX_CAUSES).map((one) => copyOf(one, clean, left - 1)) }
      : {},
  )
}

/** The frames alone: what stands before them is the message once more, and may look like frames. */
function stackOf(cause: object, copy: Error, clean: Cleaner): string {
  const asItIs: Cleaner = (text) => text
  const stack = textOf(cause, 'stack', asItIs) ?? ''
  const message = textOf(cause, 'message', asItIs) ?? ''
  const at = stack.indexOf(message)
  const lines = stack.slice(at < 0 ? 0 : at + message.length).split('\n')
  const frames = lines.filter((line) => /^ +at /.test(line)).slice(0, MAX_FRAMES)
  return [`${copy.name}: ${copy.message}`, ...frames.map((frame) => `    ${clean(frame)}`)].join('\n')
}

function textOf(object: object, name: string, clean: Cleaner): string | undefined {
  const value = property(object, name)
  return typeof value === 'string' || typeof value === 'number' ? clean(String(value)) : undefined
}

/** A property of an object that isn't ours: its getter may throw. */
function property(object: object, name: string): unknown {
  return attempt(() => Reflect.get(object, name))
}
