/** Requests that are no endpoint's. */
import type { Call } from './call.js'
import { preflight } from './cors.js'
import type { HttpAnswer } from './http.js'

/** A request that is no endpoint's: it is recorded, and nothing can be scripted for it. */
export function otherCall(answer: () => HttpAnswer, parameters: Call['parameters'] = []): Call {
  return { name: 'other', parameters, cors: {}, answer, refuse: answer }
}

/**
 * A browser's question whether a page of another origin may send a request: the
 * request itself comes after it.
 */
export function preflightCall(methods: readonly string[], headers: string): Call {
  return { ...otherCall(() => preflight(methods, headers)), name: 'preflight' }
}
