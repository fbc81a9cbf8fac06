/** Real sockets: a server on 127.0.0.1, with or without TLS. */
import http, { type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import https from 'node:https'
import { UsageError } from '../options/usage-error.js'
import { readBody } from './node-body.js'
import { sendOutcome } from './node-outcome.js'
import type { Responder } from './responder.js'
import { tooLarge } from './too-large.js'

/** A certificate and its key in PEM, for a server that speaks TLS. */
export interface TlsOptions {
  /** The private key in PEM. */
  readonly key: string | Buffer
  /** The certificate in PEM, with its chain if it has one. */
  readonly cert: string | Buffer
}

/** How a server listens. */
export interface ListenOptions {
  /** 0: any free port. */
  readonly port: number
  readonly tls: TlsOptions | undefined
  /** Whether the process stays alive for the server's sake. */
  readonly holdProcess: boolean
}

/** A server that listens on 127.0.0.1. */
export interface Listening {
  /** Without a slash at the end. */
  readonly url: string
  readonly responder: Responder
  /** Closes it and every connection to it. */
  close(): Promise<void>
}

/**
 * Serves on a real socket.
 *
 * @param responderAt - makes what answers, told the server's address; no request comes before it was asked
 */
export async function listen(
  responderAt: (url: string) => Responder,
  { port, tls, holdProcess }: ListenOptions,
): Promise<Listening> {
  const server = tls === undefined ? http.createServer() : secureServer(tls)
  if (!holdProcess) {
    server.unref()
    server.on('connection', (socket) => socket.unref())
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(cantListen(port, cause)))
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  const boundPort = typeof address === 'object' && address !== null ? address.port : port
  const url = `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${boundPort}`
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  try {
    const responder = responderAt(url)
    server.on('request', listenerFor(responder))
    return { url, responder, close }
  } catch (error) {
    await close()
    throw error
  }
}

function secureServer(tls: TlsOptions): https.Server {
  try {
    return https.createServer({ ...tls })
  } catch (thrown) {
    const expected = '{ key, cert } in PEM that belong together'
    const problem = `tls must be ${expected}, but Node says ${codeOf(thrown)}`
    throw new UsageError('FakeLogin.start', 'tls', expected, problem)
  }
}

/** What kind of error it is. Its words may quote what it is about. */
function codeOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown
  return 'code' in thrown ? String(thrown.code) : thrown.name
}

/** Which port, and what to do. The cause says what is wrong with it. */
function cantListen(port: number, cause: Error): Error {
  const code = codeOf(cause)
  const text = `port ${port} on 127.0.0.1 can't be listened on (${code}): leave it out for a free one`
  return Object.assign(new Error(text, { cause }), { code })
}

function listenerFor(respond: Responder): RequestListener {
  return (request: IncomingMessage, response: ServerResponse) => {
    readBody(request, (body) => {
      if (body === undefined) return sendOutcome({ kind: 'answer', answer: tooLarge }, response)
      const { method = '', url = '', headers } = request
      try {
        sendOutcome(respond({ method, url, headers, body }), response)
      } catch (thrown) {
        failed(response, thrown)
      }
    })
  }
}

/**
 * One bad answer must not end the process. The error's own words may quote a secret,
 * so only its kind is told.
 */
function failed(response: ServerResponse, thrown: unknown): void {
  if (response.headersSent) return void response.socket?.destroy()
  const kind = thrown instanceof Error ? thrown.name : typeof thrown
  const text = `The fake server failed (${kind}): it could not make or send this answer. login.fetch rejects with the error itself.\n`
  const length = Buffer.byteLength(text)
  // The length is said anew: that of the answer that failed may be remembered.
  response
    .writeHead(500, {
      'content-type': 'text/plain; charset=utf-8',
      'content-length': length,
      connection: 'close',
    })
    .end(text)
}
