/** Where the two servers of a fake are: on sockets of their own, or at addresses that only `login.fetch` knows. */
import type { FakeLoginOptions } from './fake-login-options.js'
import type { Serve } from './serve.js'
import { listen } from './transport/node-server.js'

/** The two servers, reachable. */
export interface Sites {
  readonly url: string
  readonly apiUrl: string
  close(): Promise<void>
}

/** Makes the servers reachable. If one of them can't be, neither is. */
export async function openSites(
  login: Serve,
  api: Serve,
  name: string,
  options: FakeLoginOptions,
): Promise<Sites> {
  if (options.listen === false) {
    return { url: `https://login.${name}.test`, apiUrl: `https://api.${name}.test`, close: async () => {} }
  }
  const { port = 0, apiPort = 0, tls, holdProcess = false } = options
  const first = await listen(login, { port, tls, holdProcess })
  try {
    const second = await listen(api, { port: apiPort, tls, holdProcess })
    return {
      url: first.url,
      apiUrl: second.url,
      close: async () => {
        await Promise.all([first.close(), second.close()])
      },
    }
  } catch (error) {
    await first.close()
    throw error
  }
}
