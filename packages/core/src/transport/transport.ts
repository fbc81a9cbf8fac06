/** One request to the login server and its answer, as plain values. */

import { given } from '../arguments/arguments.js'
import { attempt } from '../errors/attempt.js'
import type { InvalidResponseErrorCode } from '../errors/error-codes.js'
import { networkError } from '../errors/network-error.js'
import { type EndpointName, endpoints, secretParameters } from '../generated/endpoints.js'
import { refuseAborted } from './abort.js'
import { type Deadline, startDeadline } from './deadline.js'
import type { Settings } from './settings.js'

/** A request to the token endpoint or to one of those that end a token. */
export interface FormRequest {
  readonly operation: Exclude<EndpointName, 'authorize' | 'logout'>
  readonly form: URLSearchParams
  readonly signal?: AbortSignal | undefined
  /** What the caller must know if the request isn't sent, in words that fit behind a comma. */
  readonly note?: string | undefined
  /** Status 200 says everything: its body isn't even waited for. */
  readonly statusSuffices?: boolean
}

/** An answer as plain values, not yet judged. */
export interface Answer {
  /** 0 where a browser hides the status of a redirect. */
  readonly status: number
  readonly redirected: boolean
  readonly contentType: string
  readonly retryAfter: string | null
  readonly body: AnswerBody
}

/** The text of a body, or what is wrong with it. */
export type AnswerBody =
  | { readonly text: string }
  | { readonly problem: InvalidResponseErrorCode; readonly found: string }

const MAX_BODY = 256 * 1024

/**
 * Sends a form and reads the answer: once, following no redirect, within the deadline and a bounded memory.
 *
 * @throws NetworkError where no answer came, saying whether the request may have been received.
 */
export async function send(settings: Settings, request: FormRequest): Promise<Answer> {
  const { operation, signal, note } = request
  const secrets = secretsOf(request)
  refuseAborted({ operation, signal, secrets, note })
  const deadline = startDeadline(settings.timeout, signal)
  let answered = false
  try {
    const response = await deadline.race(post(settings, request, deadline.signal), discardBody)
    answered = true
    return await readAnswer(request, response, deadline)
  } catch (error) {
    const code = deadline.passed ?? 'failed'
    const sent =
      code === 'failed' && !answered && attempt(() => settings.notSent(error)) === true ? 'no' : 'maybe'
    const unsent = sent === 'no' ? note : undefined
    throw networkError({ operation, code, sent, url: settings.baseUrl, cause: error, secrets, note: unsent })
  } finally {
    deadline.end()
  }
}

/** The values in a form that nobody may see. */
export function secretsOf({ form }: FormRequest): string[] {
  return [...form].filter(([name]) => secretParameters.includes(name)).map(([, value]) => value)
}

/** An `async` function, so that a `fetch` that throws is one that rejects. */
async function post(
  { fetch, baseUrl, headers }: Settings,
  request: FormRequest,
  signal: AbortSignal,
): Promise<Response> {
  const init: RequestInit = {
    method: 'POST',
    headers: { accept: 'application/json', ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: request.form.toString(),
    redirect: 'manual',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal,
  }
  // No `dispatcher` that a tampered `Object.prototype` brings.
  return await fetch(baseUrl + endpoints[request.operation].path, given(init))
}

async function readAnswer(request: FormRequest, response: Response, deadline: Deadline): Promise<Answer> {
  const { status, headers } = response
  const redirected =
    response.redirected || response.type === 'opaqueredirect' || (status >= 300 && status < 400)
  return {
    status,
    redirected,
    contentType: headers.get('content-type') ?? '',
    retryAfter: headers.get('retry-after'),
    body:
      redirected || (request.statusSuffices && status === 200)
        ? discardBody(response)
        : await readBody(response, deadline),
  }
}

/**
 * Reads no further than the limit. What a compressed body unpacks to counts, so a small
 * one can't grow without end.
 */
async function readBody(response: Response, deadline: Deadline): Promise<AnswerBody> {
  if (response.headers.get('content-encoding')?.includes(',')) {
    discardBody(response)
    return { problem: 'unsupported_encoding', found: 'a body encoded more than once' }
  }
  const reader = response.body?.getReader()
  // What is no UTF-8 becomes U+FFFD, so that the rest can be read: it may hold a new refresh token.
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  try {
    while (reader !== undefined) {
      const { done, value } = await deadline.race(reader.read())
      if (done) break
      size += value.length
      if (size > MAX_BODY) return { problem: 'too_large', found: 'a body of more than 256 KiB' }
      text += decoder.decode(value, { stream: true })
    }
    return { text: text + decoder.decode() }
  } catch (error) {
    // An error's status counts even where its body is cut short.
    if (response.status >= 400 && deadline.passed !== 'cancelled') return { text: '' }
    throw error
  } finally {
    reader?.cancel().catch(ignore)
  }
}

/** Lets go of a body that nobody will read. */
function discardBody(response: Response): AnswerBody {
  response.body?.cancel().catch(ignore)
  return { text: '' }
}

function ignore(): void {}
