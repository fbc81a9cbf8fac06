/** The body of a request on a real socket. */
import type { IncomingMessage } from 'node:http'
import { BodyPieces } from './body-pieces.js'

/** Reads a request's body as text and then goes on with it, or with `undefined` if it is over 1 MiB. */
export function readBody(request: IncomingMessage, go: (body: string | undefined) => void): void {
  const body = new BodyPieces()
  request.on('data', (piece: Buffer) => body.add(piece))
  request.on('end', () => go(body.text()))
}
