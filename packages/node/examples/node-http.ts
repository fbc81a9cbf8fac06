/**
 * Sign in with Linode on a plain Node server: the two routes of linode_api4's example, /login and
 * /oauth2_callback, done the safe way. Run it with LINODE_CLIENT_ID and LINODE_CLIENT_SECRET set, and with
 * http://127.0.0.1:5000/oauth2_callback registered as the client's redirect URI.
 */
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import {
  boundTo,
  CallbackError,
  LinodeLoginClient,
  LinodeLoginError,
  MemoryPendingLogins,
  OAuthScopes,
  ServerError,
} from '@linode-login/node'

const { LINODE_CLIENT_ID = '', LINODE_CLIENT_SECRET, LINODE_LOGIN_URL, PORT = '5000' } = process.env
// How browsers reach this server: behind a proxy that does TLS, https and the app's own host name.
const { ORIGIN = `http://127.0.0.1:${PORT}` } = process.env

const client = new LinodeLoginClient({
  clientId: LINODE_CLIENT_ID,
  clientSecret: LINODE_CLIENT_SECRET,
  redirectUri: `${ORIGIN}/oauth2_callback`,
  baseUrl: LINODE_LOGIN_URL,
})

// Logins between the two routes. Memory does for one process; several share a store.
const pendingLogins = new MemoryPendingLogins()

// The cookie tells one browser from another, so that nobody can finish a login in someone else's. Only on
// plain http, which is for trying things out on one's own machine, it goes without Secure and the prefix that
// asks for it.
const isSecure = ORIGIN.startsWith('https:')
const cookieName = isSecure ? '__Host-linode-login' : 'linode-login'
const cookieFlags = `Path=/; Max-Age=600; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`

/** GET /login: off to Linode. */
async function login(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const browser = browserOf(request) ?? randomBytes(32).toString('base64url')
  const { url } = await client.beginLogin({
    scopes: [OAuthScopes.Linodes.readOnly],
    pending: boundTo(pendingLogins, browser),
  })
  response.writeHead(303, { Location: url, 'Set-Cookie': `${cookieName}=${browser}; ${cookieFlags}` }).end()
}

/** GET /oauth2_callback: back from Linode. */
async function callback(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const pending = boundTo(pendingLogins, browserOf(request))
  const token = await client.completeLogin(`${ORIGIN}${request.url}`, { pending })
  // Here your app keeps the token and opens a session of its own, under a new id: never the cookie from
  // above.
  response.end(`You are signed in. This app may use: ${OAuthScopes.serialize(token.scopes)}\n`)
}

/** The id that /login gave to this browser. */
function browserOf(request: IncomingMessage): string | undefined {
  const cookies = (request.headers.cookie ?? '')
    .split(/; */)
    .filter((cookie) => cookie.startsWith(`${cookieName}=`))
  const [value = ''] = cookies.map((cookie) => cookie.slice(cookieName.length + 1))
  return cookies.length === 1 && /^[\w-]{43}$/.test(value) ? value : undefined
}

function fail(response: ServerResponse, error: unknown): void {
  // No error of this package holds a secret, so all of it may go to the log. The user needs less.
  console.error(error)
  const isUsers = CallbackError.is(error) || (ServerError.is(error) && error.code === 'access_denied')
  response.statusCode = isUsers ? 400 : LinodeLoginError.is(error) ? 502 : 500
  response.end('You are not signed in. Go back to /login to try again.\n')
}

const routes = new Map([
  ['/login', login],
  ['/oauth2_callback', callback],
])

const server = createServer((request, response) => {
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('Content-Type', 'text/plain; charset=utf-8')
  response.setHeader('Referrer-Policy', 'no-referrer')
  const [path = ''] = (request.url ?? '').split('?')
  const route = routes.get(path)
  if (route === undefined) response.writeHead(404).end('There are /login and /oauth2_callback.\n')
  else if (request.method !== 'GET') response.writeHead(405, { Allow: 'GET' }).end()
  else route(request, response).catch((error: unknown) => fail(response, error))
})

server.listen(Number(PORT), '127.0.0.1', () => console.log(`Open ${ORIGIN}/login`))
