/**
 * Where the two servers of a fake are: on sockets of their own, or at addresses that
 * only `login.fetch` knows.
 */
import type { FakeLoginOptions } from '../options/fake-login-options.js'
import { type Listening, listen } from './node-server.js'
import type { Responder } from './responder.js'

/** The two servers, reachable. */
export interface ServerAddresses {
  readonly url: string
  readonly apiUrl: string
  /** What answers at each of them. */
  readonly responders: ReadonlyMap<string, Responder>
  close(): Promise<void>
}

/** Makes what answers at an address. */
export type ResponderAt = (url: string) => Responder

/**
 * Makes the servers reachable. If one of them can't be, neither is.
 *
 * @param name - part of the addresses of servers without sockets
 */
export async function openServers(
  login: ResponderAt,
  api: ResponderAt,
  name: string,
  options: FakeLoginOptions,
): Promise<ServerAddresses> {
  const open = options.listen === false ? withoutSocket : listen
  const { port = 0, apiPort = 0, tls, holdProcess = false } = options
  const first = await open(login, { port, tls, holdProcess }, `https://login.${name}.test`)
  try {
    const second = await open(api, { port: apiPort, tls, holdProcess }, `https://api.${name}.test`)
    return {
      url: first.url,
      apiUrl: second.url,
      responders: new Map([first, second].map(({ url, responder }) => [url, responder])),
      close: async () => {
        await Promise.all([first.close(), second.close()])
      },
    }
  } catch (error) {
    await first.close()
    throw error
  }
}

async function withoutSocket(responderAt: ResponderAt, _: unknown, url: string): Promise<Listening> {
  return { url, responder: responderAt(url), close: async () => {} }
}
