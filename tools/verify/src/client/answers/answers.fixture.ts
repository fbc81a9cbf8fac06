/** The answers of a server to one request, good and bad. */
import type { ServerResponse } from 'node:http'
import type { Answering } from '../hostile-server.fixture.js'
import { newAccessToken, newRefreshToken } from '../secrets/secrets.fixture.js'

type Headers = Readonly<Record<string, string | string[]>>

/** A token answer as Linode gives it, new refresh token and all. */
export const tokenAnswer = {
  access_token: newAccessToken,
  token_type: 'bearer',
  expires_in: 7200,
  refresh_token: newRefreshToken,
  scope: 'linodes:read_only',
  scopes: 'linodes:read_only',
}

/** Answers with a text or bytes, the whole of it at once. */
export function answer(
  body: string | Buffer,
  { status = 200, headers = {} }: { status?: number; headers?: Headers } = {},
): Answering {
  return (response) => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(body)
  }
}

/** Answers with a value as JSON. */
export function json(value: unknown, more: { status?: number; headers?: Headers } = {}): Answering {
  return answer(JSON.stringify(value), more)
}

/** Answers with a token in which some fields are others; `undefined` leaves one out. */
export function token(fields: object = {}): Answering {
  return json({ ...tokenAnswer, ...fields })
}

/** Answers with bytes that need not be HTTP, and hangs up. */
export function raw(bytes: string | Buffer): Answering {
  return ({ socket }) => void socket?.end(bytes)
}

/** Resets the connection. */
export const reset: Answering = ({ socket }) => void socket?.resetAndDestroy()

/** Answers nothing, and leaves the connection as it is. */
export const silence: Answering = () => {}

/** Writes the same piece until so many bytes are sent or the client hangs up, no faster than it reads. */
export function pour(response: ServerResponse, piece: Buffer, bytes: number): void {
  let left = bytes
  const more = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= piece.length
      if (!response.write(piece)) return void response.once('drain', more)
    }
    response.end()
  }
  more()
}

/** Writes a text in small pieces, with a pause after each. */
export function drip(
  write: (piece: string) => void,
  text: string,
  { every = 10, characters = 1 } = {},
): void {
  let at = 0
  const timer = setInterval(() => {
    if (at >= text.length) return clearInterval(timer)
    write(text.slice(at, at + characters))
    at += characters
  }, every)
  timer.unref()
}
