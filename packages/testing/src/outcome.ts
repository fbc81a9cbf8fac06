import type { Call } from './call.js'
import type { HttpAnswer } from './http.js'
import type { GivenAnswer, GivenOutcome } from './script.js'

/** What a transport does with a request: answers it, or plays a fault. */
export type Outcome =
  | { readonly kind: 'answer' | 'cut-short'; readonly answer: HttpAnswer }
  | { readonly kind: 'reset' | 'silence' }

/** Serves a call, or plays what is scripted for it. */
export function outcomeOf(call: Call, given: GivenOutcome | undefined): Outcome {
  if (given === undefined) return { kind: 'answer', answer: call.answer() }
  if ('error' in given) return { kind: 'answer', answer: call.refuse(given.error, given.description) }
  if ('status' in given) return { kind: 'answer', answer: wordForWord(given, call.cors) }
  if (given.fault === 'cut-short') return { kind: 'cut-short', answer: call.answer() }
  if (given.served === true) call.answer()
  return { kind: given.fault }
}

/** Like the real answers, it may be read from a page of another origin; `headers` can say otherwise. */
function wordForWord(given: GivenAnswer, cors: Call['cors']): HttpAnswer {
  const headers: Record<string, string> = { ...cors }
  if (given.json !== undefined) headers['content-type'] = 'application/json'
  else if (given.body !== undefined) headers['content-type'] = 'text/plain; charset=utf-8'
  if (given.retryAfter !== undefined) headers['retry-after'] = String(given.retryAfter)
  for (const [name, value] of Object.entries(given.headers ?? {})) headers[name.toLowerCase()] = value
  const body = given.json === undefined ? (given.body ?? '') : JSON.stringify(given.json)
  return { status: given.status, headers, body }
}
