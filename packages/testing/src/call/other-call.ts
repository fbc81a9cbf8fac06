/** Requests that are no endpoint's. */
import type { Call } from './call.js'
import type { HttpAnswer } from './http.js'

/** A request that is no endpoint's: it is recorded, and nothing can be scripted for it. */
export function otherCall(answer: () => HttpAnswer, parameters: Call['parameters'] = []): Call {
  return { name: 'other', parameters, cors: {}, answer, refuse: answer }
}
