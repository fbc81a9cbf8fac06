// Runs a block of the documentation: Linode's address leads to a fake, and the
// environment holds a client of it.
import { pathToFileURL } from 'node:url'
import { FakeLogin } from '@linode-login/testing'

const login = await FakeLogin.start()
const real = globalThis.fetch
globalThis.fetch = (input, init) => {
  const url = input instanceof Request ? input.url : String(input)
  const request = new Request(input, init)
  if (url.startsWith('https://login.linode.com/'))
    return real(new Request(login.url + new URL(url).pathname + new URL(url).search, request))
  if (url.startsWith('https://api.linode.com/'))
    return real(new Request(login.apiUrl + new URL(url).pathname, request))
  return real(request)
}
const { clientId, clientSecret } = login.registerClient({ redirectUri: 'http://127.0.0.1:8080/callback' })
process.env.LINODE_CLIENT_ID = clientId
process.env.LINODE_CLIENT_SECRET = clientSecret

await import(pathToFileURL(process.argv[2] ?? '').href)
process.exit(0) // a block may leave a server running
