/**
 * A `fetch` without a socket: it reaches the fake servers, follows redirects as browsers
 * do, and goes nowhere else.
 */
import type { Decision } from '../call/decision.js'
import { BodyPieces } from './body-pieces.js'
import { locationOf, redirected, type Sending } from './fetch-redirect.js'
import { failure, halfOf, responseOf } from './fetch-response.js'
import type { Responder } from './responder.js'
import { tooLarge } from './too-large.js'

const MOST_REDIRECTS = 20

/**
 * A `fetch` that reaches the given servers and nothing else, without a socket.
 *
 * @param servers - what answers at each origin; nothing once the fake server was stopped
 * @param decision - what the user has decided whose browser this is; nothing where it is nobody's
 */
export function createFetch(servers: ReadonlyMap<string, Responder>, decision?: Decision): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    request.signal.throwIfAborted()
    const first = await sendingOf(request, decision)
    if (first === undefined) return refused(request, servers)
    let sending = first
    for (let count = 0; count <= MOST_REDIRECTS; count += 1) {
      const response = await send(sending, servers, request.signal)
      const location = locationOf(response)
      if (location === null || request.redirect === 'manual') return response
      if (request.redirect === 'error')
        throw failure("a redirect came, and the request has redirect: 'error'")
      sending = redirected(sending, new URL(location, sending.url), response.status)
    }
    throw failure('too many redirects')
  }
}

/** What is sent, or nothing if its body is too large. */
async function sendingOf(request: Request, decision: Decision | undefined): Promise<Sending | undefined> {
  const url = new URL(request.url)
  const headers = { host: url.host, ...Object.fromEntries(request.headers) }
  const body = await bodyOf(request)
  if (body === undefined) return undefined
  return { url, request: { method: request.method, url: url.pathname + url.search, headers, body, decision } }
}

/** The body, which is read no further than it may be long. */
async function bodyOf(request: Request): Promise<string | undefined> {
  const pieces = new BodyPieces()
  for await (const piece of request.body ?? []) {
    pieces.add(piece)
    if (pieces.tooLarge) break
  }
  return pieces.text()
}

function refused({ url, signal }: Request, servers: ReadonlyMap<string, Responder>): Response {
  signal.throwIfAborted()
  const target = new URL(url)
  responderAt(target, servers)
  return responseOf(tooLarge, tooLarge.body, target)
}

function responderAt(url: URL, servers: ReadonlyMap<string, Responder>): Responder {
  if (servers.size === 0) throw failure('the fake server was stopped')
  const respond = servers.get(url.origin)
  if (respond !== undefined) return respond
  const reached = [...servers.keys()].join(' and ')
  const left = "redirect: 'manual' keeps a request from leaving"
  throw failure(`login.fetch reaches ${reached}, not ${url.origin}; ${left}`)
}

async function send(
  { url, request }: Sending,
  servers: ReadonlyMap<string, Responder>,
  signal: AbortSignal,
): Promise<Response> {
  const respond = responderAt(url, servers)
  const outcome = respond(request)
  await undefined
  signal.throwIfAborted()
  switch (outcome.kind) {
    case 'answer':
      return responseOf(outcome.answer, outcome.answer.body, url)
    case 'cut-short':
      return responseOf(outcome.answer, halfOf(outcome.answer.body), url)
    case 'reset':
      throw failure('the connection was reset', 'ECONNRESET')
    case 'silence':
      return untilAborted(signal)
  }
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}
