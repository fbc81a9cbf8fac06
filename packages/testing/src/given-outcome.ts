/** What can be scripted, and the check that what was given can be played. */
import type { ScriptedName } from './call.js'
import type { HttpAnswer } from './http.js'
import { checkOptions, checkValue, number, ofType, oneOfWords, type Rule, yesOrNo } from './option-rules.js'
import { UsageError } from './usage-error.js'

/** An answer given word for word. Nothing is looked at, and nothing changes in the server. */
export interface GivenAnswer {
  /** The HTTP status, a whole number from 200 to 599. */
  readonly status: number
  /** Headers that go before those that `body`, `json` and `retryAfter` set. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Sent as `text/plain` unless `headers` say otherwise. */
  readonly body?: string | undefined
  /** Sent as JSON, as it is when it is scripted; it goes before `body`. */
  readonly json?: unknown
  /** In seconds: the header `Retry-After`. */
  readonly retryAfter?: number | undefined
}

/** A refusal in the way of the endpoint, with the status the spec gives it, or 400. Nothing changes in the server. */
export interface GivenError<Code extends string = string> {
  /**
   * The code: an OAuth error, known or not, in the characters that RFC 6749 §5.2 allows; for `api` one of
   * `ApiErrorName`.
   */
  readonly error: Code
  /** What `error_description` or the page says; the API tells none. */
  readonly description?: string | undefined
}

/** A fault of the network. */
export interface GivenFault {
  /**
   * - `reset`: the connection is reset instead of an answer
   * - `silence`: no answer comes, and the connection stays
   * - `cut-short`: the request is served, and the connection closed in the middle of the answer's body
   */
  readonly fault: 'reset' | 'silence' | 'cut-short'
  /** Whether the request is served all the same, and only the answer is lost. `cut-short` always serves it. */
  readonly served?: boolean | undefined
}

/** The ways in which the API refuses. */
export type ApiErrorName = 'invalid_token' | 'insufficient_scope' | 'not_found'

/** What can be scripted for one kind of request. */
export type GivenOutcome<Name extends ScriptedName = ScriptedName> =
  | GivenAnswer
  | GivenError<Name extends 'api' ? ApiErrorName : string>
  | GivenFault

/** What was scripted, as it is played: the answer is written, and nothing of it can change or fail any more. */
export type ScriptedOutcome = { readonly answer: HttpAnswer } | GivenError | GivenFault

const aText = ofType('string', 'a text')

const oauthError: Rule = {
  expected: 'an error code of visible ASCII without " and \\ (RFC 6749 §5.2)',
  accepts: (value) => typeof value === 'string' && /^[\x20\x21\x23-\x5b\x5d-\x7e]+$/.test(value),
}

const answerRules = {
  status: number(
    'a whole number from 200 to 599',
    (value) => Number.isInteger(value) && value >= 200 && value < 600,
  ),
  headers: ofType('object', 'an object of texts'),
  body: aText,
  json: { expected: 'anything', accepts: () => true },
  retryAfter: number('a number of seconds', () => true),
}
const faultRules = { fault: oneOfWords('reset', 'silence', 'cut-short'), served: yesOrNo }
const errorRules = { error: oauthError, description: aText }
const apiErrorRules = { ...errorRules, error: oneOfWords('invalid_token', 'insufficient_scope', 'not_found') }

/**
 * Makes of what a test gave what is played.
 *
 * @throws UsageError for what can't be played, such as a header with a line break.
 */
export function scriptedOutcome(name: ScriptedName, given: GivenOutcome): ScriptedOutcome {
  const where = `on('${name}').once`
  checkOptions(where, given, { ...answerRules, ...errorRules, ...faultRules })
  if ('status' in given && given.status !== undefined) {
    checkOptions(where, given, answerRules)
    return { answer: wordForWord(where, given) }
  }
  if ('error' in given && given.error !== undefined) {
    checkOptions(where, given, name === 'api' ? apiErrorRules : errorRules)
    return { error: given.error, description: given.description }
  }
  if ('fault' in given && given.fault !== undefined) {
    checkOptions(where, given, faultRules)
    return { fault: given.fault, served: given.served }
  }
  throw new UsageError(where, 'outcome', 'an object with status, error or fault')
}

function wordForWord(where: string, given: GivenAnswer): HttpAnswer {
  const headers: Record<string, string> = {}
  if (given.json !== undefined) headers['content-type'] = 'application/json'
  else if (given.body !== undefined) headers['content-type'] = 'text/plain; charset=utf-8'
  if (given.retryAfter !== undefined) headers['retry-after'] = String(given.retryAfter)
  for (const [name, value] of Object.entries(given.headers ?? {})) {
    checkHeader(where, name, value)
    headers[name.toLowerCase()] = value
  }
  return {
    status: given.status,
    headers,
    body: given.json === undefined ? (given.body ?? '') : jsonOf(where, given.json),
  }
}

const headerName: Rule = {
  expected: 'names of letters, digits and hyphens (RFC 9110 §5.1)',
  accepts: (value) => typeof value === 'string' && /^[\w!#$%&'*+.^`|~-]+$/.test(value),
}

const headerValue: Rule = {
  expected: 'a text of one line, in Latin-1',
  accepts: (value) => typeof value === 'string' && /^[\t\x20-\x7e\x80-\xff]*$/.test(value),
}

/** What frames a body is the transport's: two lengths are no HTTP. */
const framing: Rule = {
  expected:
    'other ones than content-length, transfer-encoding and trailer, which the server sets (the fault cut-short gives a wrong length)',
  accepts: (value) =>
    !['content-length', 'transfer-encoding', 'trailer'].includes(String(value).toLowerCase()),
}

/** Node's HTTP throws at others, when the request has long come. */
function checkHeader(where: string, name: string, value: unknown): void {
  checkValue(where, 'the headers', name, headerName)
  checkValue(where, 'the headers', name, framing)
  checkValue(where, `the header ${name}`, value, headerValue)
}

/** Whatever its getters and `toJSON` throw comes out in the test, not in the server. */
function jsonOf(where: string, value: unknown): string {
  const text: string | undefined = JSON.stringify(value)
  if (text === undefined) throw new UsageError(where, 'json', 'something that JSON can say')
  return text
}
