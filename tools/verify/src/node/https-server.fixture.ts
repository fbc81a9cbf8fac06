import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Certificate } from './certificates.fixture.js'

/** A server over TLS on 127.0.0.1 that answers everything with a token and counts what it was asked. */
export interface TokenServer extends AsyncDisposable {
  readonly url: string
  requests: number
}

/** Starts it on a free port. */
export async function startTokenServer(certificate: Certificate): Promise<TokenServer> {
  const body = JSON.stringify({
    access_token: 'a'.repeat(64),
    token_type: 'bearer',
    expires_in: 7200,
    scope: '',
  })
  const server = createServer(certificate, (_, response) => {
    running.requests += 1
    response.setHeader('Content-Type', 'application/json').end(body)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const running: TokenServer = {
    url: `https://127.0.0.1:${port}`,
    requests: 0,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
  return running
}
