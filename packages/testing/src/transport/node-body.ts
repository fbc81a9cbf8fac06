/** The body of a request on a real socket. */
import type { IncomingMessage } from 'node:http'

const LIMIT = 1024 * 1024

/** Reads a request's body as text and then goes on with it, or with `undefined` if it is over 1 MiB. */
export function readBody(request: IncomingMessage, go: (body: string | undefined) => void): void {
  const pieces: Buffer[] = []
  let length = 0
  request.on('data', (piece: Buffer) => {
    length += piece.length
    if (length <= LIMIT) pieces.push(piece)
  })
  request.on('end', () => go(length <= LIMIT ? textOf(pieces) : undefined))
}

/** Most bodies come in one piece. */
function textOf(pieces: readonly Buffer[]): string {
  const [only] = pieces
  if (only === undefined) return ''
  return (pieces.length === 1 ? only : Buffer.concat(pieces)).toString('utf8')
}
