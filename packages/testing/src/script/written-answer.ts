/** An answer that was given word for word, written down as it will be sent. */
import type { HttpAnswer } from '../call/http.js'
import { checkValue } from '../options/check-options.js'
import { jsonText } from '../options/json-text.js'
import type { Rule } from '../options/option-rules.js'
import type { GivenAnswer } from './given-outcome.js'

/**
 * Writes an answer, so that nothing of it can change or fail any more.
 *
 * @throws UsageError for what HTTP can't carry.
 */
export function writtenAnswer(where: string, given: GivenAnswer): HttpAnswer {
  const { status = 200 } = given
  const headers: Record<string, string> = {}
  if (given.json !== undefined) headers['content-type'] = 'application/json'
  else if (given.body !== undefined) headers['content-type'] = 'text/plain; charset=utf-8'
  if (given.retryAfter !== undefined) headers['retry-after'] = String(given.retryAfter)
  for (const [name, value] of Object.entries(given.headers ?? {})) {
    checkHeader(where, name, value)
    headers[name.toLowerCase()] = value
  }
  const body = given.json === undefined ? (given.body ?? '') : jsonText(where, 'json', given.json)
  if (body !== '') checkValue(where, 'the status of an answer with a body', status, withBody)
  return { status, headers, body }
}

/** RFC 9110 §15.3.5, §15.3.6, §15.4.5: what is sent behind these is lost, or taken for the next answer. */
const withBody: Rule = {
  expected: 'another one than 204, 205 and 304',
  accepts: (status) => status !== 204 && status !== 205 && status !== 304,
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
