/** The check that what was given can be played. */
import type { ScriptedName } from '../call/call.js'
import type { HttpAnswer } from '../call/http.js'
import { checkOptions, checkValue } from '../options/check-options.js'
import { aText, number, oneOfWords, plainObject, type Rule, yesOrNo } from '../options/option-rules.js'
import { UsageError } from '../options/usage-error.js'
import type { GivenAnswer, GivenError, GivenFault, GivenOutcome } from './given-outcome.js'
import { writtenAnswer } from './written-answer.js'

/**
 * What was scripted, as it is played: the answer is written, and nothing of it can change or fail any more.
 */
export type ScriptedOutcome = { readonly answer: HttpAnswer } | GivenError | GivenFault

const oauthError: Rule = {
  expected: 'an error code of visible ASCII without " and \\ (RFC 6749 §5.2)',
  accepts: (value) => typeof value === 'string' && /^[\x20\x21\x23-\x5b\x5d-\x7e]+$/.test(value),
}

const anOutcome = plainObject("an object, such as { status: 429 } or { fault: 'reset' }")

const answerRules = {
  status: number(
    'a whole number from 200 to 599',
    (value) => Number.isInteger(value) && value >= 200 && value < 600,
  ),
  headers: plainObject('a plain object of texts'),
  body: aText,
  json: { expected: 'anything', accepts: () => true },
  retryAfter: number('a number of seconds', Number.isFinite),
}
const faultRules = { fault: oneOfWords('reset', 'silence', 'cut-short'), served: yesOrNo }
const cutShortRules = {
  ...faultRules,
  served: {
    expected: 'true for cut-short, which serves the request',
    accepts: (value: unknown) => value === true,
  },
}
const errorRules = { error: oauthError, description: aText }
const apiErrorRules = { ...errorRules, error: oneOfWords('invalid_token', 'insufficient_scope', 'not_found') }

/**
 * Makes of what a test gave what is played.
 *
 * @throws UsageError for what can't be played, such as a header with a line break.
 */
export function scriptedOutcome(name: ScriptedName, given: GivenOutcome): ScriptedOutcome {
  const where = `on('${name}').once`
  checkValue(where, 'the outcome', given, anOutcome)
  checkOptions(where, given, { ...answerRules, ...errorRules, ...faultRules })
  const kinds = kindsOf(given)
  if (kinds.length > 1) throw notOneKind(where, kinds)
  if (isAnswer(given)) {
    checkOptions(where, given, answerRules)
    return { answer: writtenAnswer(where, given) }
  }
  if ('error' in given && given.error !== undefined) {
    checkOptions(where, given, name === 'api' ? apiErrorRules : errorRules)
    return { error: given.error, description: given.description }
  }
  if ('fault' in given && given.fault !== undefined) {
    checkOptions(where, given, given.fault === 'cut-short' ? cutShortRules : faultRules)
    return { fault: given.fault, served: given.served }
  }
  throw notOneKind(where, kinds)
}

const ofAnswers = ['status', 'json', 'body']

function isAnswer(given: GivenOutcome): given is GivenAnswer {
  return namesIn(given).some((name) => ofAnswers.includes(name))
}

/** Which of the names that tell what an outcome is are set; one that tells an answer is enough. */
function kindsOf(given: GivenOutcome): readonly string[] {
  const names = namesIn(given)
  const ofAnswer = ofAnswers.filter((name) => names.includes(name)).slice(0, 1)
  return [...ofAnswer, ...['error', 'fault'].filter((name) => names.includes(name))]
}

function namesIn(given: GivenOutcome): readonly string[] {
  return Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name]))
}

function notOneKind(where: string, kinds: readonly string[]): UsageError {
  const expected = 'an object with status, json, body, error or fault'
  const came = kinds.length === 0 ? 'one without' : `one with ${kinds.join(' and ')}`
  return new UsageError(where, 'outcome', expected, `the outcome must be ${expected}, not ${came}`)
}
