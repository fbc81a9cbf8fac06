/** What comes of a request: its own answer, or what is scripted in its place. */
import type { Call } from '../call/call.js'
import type { HttpAnswer } from '../call/http.js'
import type { ScriptedOutcome } from './scripted-outcome.js'

/** What a transport does with a request: answers it, or plays a fault. */
export type Outcome =
  | { readonly kind: 'answer' | 'cut-short'; readonly answer: HttpAnswer }
  | { readonly kind: 'reset' | 'silence' }

/** Serves a call, or plays what is scripted for it. */
export function outcomeOf(call: Call, scripted: ScriptedOutcome | undefined): Outcome {
  if (scripted === undefined) return { kind: 'answer', answer: call.answer() }
  if ('error' in scripted)
    return { kind: 'answer', answer: call.refuse(scripted.error, scripted.description) }
  if ('answer' in scripted) return { kind: 'answer', answer: readable(scripted.answer, call.cors) }
  if (scripted.fault === 'cut-short') return { kind: 'cut-short', answer: call.answer() }
  if (scripted.served === true) call.answer()
  return { kind: scripted.fault }
}

/**
 * Like the real answers, a scripted one may be read from a page of another origin; its
 * headers can say otherwise.
 */
function readable(answer: HttpAnswer, cors: Call['cors']): HttpAnswer {
  return { ...answer, headers: { ...cors, ...answer.headers } }
}
