/** A server that does to its clients what a test tells it to. */
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { Socket } from 'node:net'
import type { SecureContextOptions } from 'node:tls'
import type { Certificate } from '../node/certificates.fixture.js'

/** A request as it came. */
export interface Received {
  readonly method: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
  readonly form: URLSearchParams
}

/** What the server does with a request. Whatever it does, the request has been read whole and counted. */
export type Answering = (response: ServerResponse, request: Received) => void

/** A server on a real socket that does to its clients what it is told to. */
export interface HostileServer extends AsyncDisposable {
  readonly url: string
  readonly received: readonly Received[]
  /** How many connections were opened to it. */
  readonly connections: number
  /** How many bytes have left it, on all connections. */
  bytesSent(): number
}

/** What it does other than by default. */
export interface HostileOptions {
  /** Speaks TLS with it. */
  readonly certificate?: Certificate
  /** How it speaks TLS otherwise. */
  readonly tls?: SecureContextOptions
  /** Sees each connection first. */
  readonly onConnection?: (socket: Socket) => void
}

/** Starts it on a free port of 127.0.0.1. */
export async function startServer(answer: Answering, options: HostileOptions = {}): Promise<HostileServer> {
  const received: Received[] = []
  const sockets: Socket[] = []
  const { certificate, tls, onConnection } = options
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    response.on('error', () => {})
    read(request, (came) => {
      received.push(came)
      answer(response, came)
    })
  }
  const server =
    certificate === undefined
      ? createServer(listener)
      : createSecureServer({ ...certificate, ...tls }, listener)
  server.keepAliveTimeout = 60_000
  server.on('connection', (socket: Socket) => {
    sockets.push(socket)
    socket.on('error', () => {})
    onConnection?.(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the system gave no port')
  return {
    url: `${certificate === undefined ? 'http' : 'https'}://127.0.0.1:${address.port}`,
    received,
    get connections() {
      return sockets.length
    },
    bytesSent: () => sockets.reduce((sum, socket) => sum + socket.bytesWritten - socket.writableLength, 0),
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

function read(request: IncomingMessage, go: (came: Received) => void): void {
  const pieces: Buffer[] = []
  request.on('error', () => {})
  request.on('data', (piece: Buffer) => pieces.push(piece))
  request.on('end', () => {
    const { method = '', url = '', headers } = request
    const body = Buffer.concat(pieces).toString()
    go({ method, url, headers, body, form: new URLSearchParams(body) })
  })
}
