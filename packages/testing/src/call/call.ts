/** A request that was recognised: what it is, and how it can be answered. */

import type { EndpointName } from '../provider/provider.js'
import type { HttpAnswer, HttpRequest, Parameter } from './http.js'

/** What can be scripted: a request of the login server, or any call of the API. */
export type ScriptedName = EndpointName | 'api'

/**
 * What a recorded request is: one of those, a browser's question whether a page may ask, or
 * `other` where it fits none.
 */
export type RequestName = ScriptedName | 'preflight' | 'other'

/**
 * A request that was recognised but not yet answered, so that it can be recorded
 * first, and answered otherwise.
 */
export interface Call {
  readonly name: RequestName
  /** What the client sent, in order, from the query or the body. */
  readonly parameters: readonly Parameter[]
  /** The headers that let a page of another origin read the answer, whatever it is. */
  readonly cors: Readonly<Record<string, string>>
  /** Does what is asked and answers. */
  answer(): HttpAnswer
  /** Does nothing and answers with an error, in the way of this kind of request. */
  refuse(error: string, description: string | undefined): HttpAnswer
}

/** Recognises requests: the login server is one, the API is another. */
export type Handler = (request: HttpRequest) => Call
