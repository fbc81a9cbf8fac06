/** The whole way of a request, between a transport and a handler. */
import type { Handler } from './call.js'
import type { HttpRequest } from './http.js'
import { type Outcome, outcomeOf } from './outcome.js'
import type { RequestLog } from './requests.js'
import type { Scripts } from './script.js'

/** Takes a request and says what comes of it. A transport needs no more. */
export type Serve = (request: HttpRequest) => Outcome

/** What stands around a handler. */
export interface Stage {
  readonly requests: RequestLog
  readonly scripts: Scripts
  readonly clock: { now(): number }
}

/** The whole way of a request: recognised, recorded, then played by the script or served. */
export function createServe(handler: Handler, { requests, scripts, clock }: Stage): Serve {
  return (request) => {
    const call = handler(request)
    requests.add({ name: call.name, request, parameters: call.parameters, receivedAt: clock.now() })
    return outcomeOf(call, scripts.take(call.name))
  }
}
