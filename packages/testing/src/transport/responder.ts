/** The whole way of a request, between a transport and a handler. */
import type { Handler } from '../call/call.js'
import type { HttpRequest } from '../call/http.js'
import type { RequestLog } from '../record/request-log.js'
import { type Outcome, outcomeOf } from '../script/outcome.js'
import type { Scripts } from '../script/script.js'

/** Takes a request and says what comes of it. A transport needs no more. */
export type Responder = (request: HttpRequest) => Outcome

/** What a responder records in, plays from and tells the time by. */
export interface ResponderOptions {
  readonly requests: RequestLog
  readonly scripts: Scripts
  readonly clock: { now(): number }
}

/** The whole way of a request: recognised, recorded, then played by the script or served. */
export function createResponder(handler: Handler, { requests, scripts, clock }: ResponderOptions): Responder {
  return (request) => {
    const call = handler(request)
    requests.add({ name: call.name, request, parameters: call.parameters, receivedAt: clock.now() })
    return outcomeOf(call, scripts.take(call.name))
  }
}
