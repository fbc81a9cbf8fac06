/** How an outcome goes out on a real socket. */
import type { ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import type { HttpAnswer } from '../call/http.js'
import type { Outcome } from '../script/outcome.js'

/** Sends an answer, or plays a fault on the connection. */
export function sendOutcome(outcome: Outcome, response: ServerResponse): void {
  switch (outcome.kind) {
    case 'answer':
      sendAnswer(outcome.answer, response)
      break
    case 'cut-short':
      cutShort(outcome.answer, response)
      break
    case 'reset':
      reset(response)
      break
    case 'silence':
  }
}

/** Head and body in one piece, so that they leave in one packet. */
function sendAnswer(answer: HttpAnswer, response: ServerResponse): void {
  writeHead(answer, response)
  response.end(answer.body)
}

/** Promises the whole body, sends half of it, and hangs up. */
function cutShort(answer: HttpAnswer, response: ServerResponse): void {
  writeHead(answer, response)
  response.write(answer.body.slice(0, answer.body.length / 2), () => response.socket?.destroySoon())
}

function writeHead({ status, headers, body }: HttpAnswer, response: ServerResponse): void {
  const lines = linesOf(headers)
  response.writeHead(
    status,
    status === 204 ? [...lines] : [...lines, 'content-length', String(Buffer.byteLength(body))],
  )
}

const knownLines = new WeakMap<HttpAnswer['headers'], readonly string[]>()

/** Names and values in one list, which node:http sends as it is. */
function linesOf(headers: HttpAnswer['headers']): readonly string[] {
  const known = knownLines.get(headers)
  if (known !== undefined) return known
  const lines = Object.entries(headers).flat()
  knownLines.set(headers, lines)
  return lines
}

/** A TLS connection can only be closed; a plain one is reset, as a crashed machine does. */
function reset({ socket }: ServerResponse): void {
  if (socket instanceof Socket && !(socket instanceof TLSSocket)) socket.resetAndDestroy()
  else socket?.destroy()
}
