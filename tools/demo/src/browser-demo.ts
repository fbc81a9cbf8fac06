/** The demo in a page: the server of the page, and the settings that the page asks for. */
import { createReadStream, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import { FakeLogin, linode, type Provider, type RecordedRequest } from '@linode-login/testing'

/** What the page asks the server of this demo for. */
export interface Settings {
  readonly clientId: string
  readonly baseUrl: string
  readonly apiUrl: string
  readonly redirectUri: string
  /** The time on the fake's clock, in milliseconds since 1970. */
  readonly now: number
  /** How many exchanges of a code the login server has seen. */
  readonly exchanges: number
  /** How the API refuses. */
  readonly refusals: Provider['api']['errors']
  /**
   * The last authorization request, and the last form of a consent page. The page wasn't
   * there when they were sent.
   */
  readonly asked: SeenRequest | undefined
  readonly decided: SeenRequest | undefined
}

/** A request as the login server saw it, secrets and all: they are this browser's own. */
export interface SeenRequest {
  readonly method: string
  readonly url: string
  readonly body: string
}

/** Leaves the fake running beside a page that signs in with it, until Ctrl+C. */
export async function serveInBrowser(): Promise<void> {
  const login = await FakeLogin.start({ consent: 'page', publicRefreshTokens: true })
  const server = createServer((request, response) => serve(request, response, login, settings))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the demo server has no port')
  const origin = `http://127.0.0.1:${address.port}`
  const client = login.registerClient({ redirectUri: `${origin}/`, label: 'Demo', public: true })
  const settings = (): Settings => ({
    clientId: client.clientId,
    baseUrl: login.url,
    apiUrl: login.apiUrl,
    redirectUri: `${origin}/`,
    now: login.clock.now(),
    exchanges: login.requests.all('exchange').length,
    refusals: linode.api.errors,
    asked: seen(login.requests.all('authorize')),
    // The consent page is the login server's own: no endpoint that an app knows.
    decided: seen(login.requests.all('other').filter(({ method }) => method === 'POST')),
  })

  process.stdout.write(`Open ${origin}/ and sign in. Ctrl+C ends it.\n`)
  process.once('SIGINT', () => {
    server.close()
    server.closeAllConnections()
    void login.stop()
  })
}

function seen(requests: readonly RecordedRequest[]): SeenRequest | undefined {
  const last = requests.at(-1)
  return last && { method: last.method, url: last.url(), body: last.body() }
}

/**
 * Where the browser finds each entry of the packages: they are served as they were built, without a bundler.
 */
const importMap = JSON.stringify({
  imports: Object.fromEntries(
    ['core', 'browser'].flatMap((name) => {
      const manifest = fileURLToPath(import.meta.resolve(`@linode-login/${name}/package.json`))
      const { exports }: { exports: Record<string, { default?: string }> } = JSON.parse(
        readFileSync(manifest, 'utf8'),
      )
      return Object.entries(exports).flatMap(([entry, { default: file }]) =>
        file === undefined || entry.includes('*')
          ? []
          : [[`@linode-login/${name}${entry.slice(1)}`, `/packages/${name}/${file.replace('./dist/', '')}`]],
      )
    }),
  ),
})

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Sign in with Linode: demo</title>
<link rel="icon" href="data:,">
<style>
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 3rem auto; padding: 0 1rem; color: #1a1d24 }
  button { font: inherit; padding: .4rem .9rem; margin: 0 .4rem .4rem 0; border: 1px solid #0a7d3e; border-radius: .3rem;
    background: #0a7d3e; color: #fff; cursor: pointer }
  button:disabled { background: #e4e7eb; border-color: #e4e7eb; color: #6b7280; cursor: default }
  .step { margin: 1rem 0; font-weight: 600 }
  .lines { list-style: none; padding: 0; font: .85rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere }
  .request, .answer { color: #4a5260 } .held { color: #0a7d3e } .failed { color: #a4161a }
</style>
<h1>Sign in with Linode</h1>
<p>The login server and the API behind this page are fakes that run on your machine.</p>
<div id="steps"></div>
<ol id="log"></ol>
<script type="importmap">${importMap}</script>
<script type="module" src="/demo/page.js"></script>
`

const folders: Readonly<Record<string, URL>> = {
  '/demo/': new URL('./', import.meta.url),
  '/packages/core/': new URL('./', import.meta.resolve('@linode-login/core')),
  '/packages/browser/': new URL('./', import.meta.resolve('@linode-login/browser')),
}

function serve(
  request: IncomingMessage,
  response: ServerResponse,
  login: FakeLogin,
  settings: () => Settings,
): void {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  if (pathname === '/') {
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'referrer-policy': 'no-referrer' })
      .end(page)
  } else if (pathname === '/settings.json') {
    sendJson(response, settings())
  } else if (pathname === '/advance' && request.method === 'POST') {
    login.clock.advance({ hours: 2 })
    sendJson(response, { now: login.clock.now() })
  } else {
    serveModule(pathname, response)
  }
}

function sendJson(response: ServerResponse, value: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}

function serveModule(pathname: string, response: ServerResponse): void {
  const folder = Object.keys(folders).find((prefix) => pathname.startsWith(prefix))
  const base = folder === undefined ? undefined : folders[folder]
  if (folder === undefined || base === undefined || !/^[\w./-]+\.js$/.test(pathname)) {
    response.writeHead(404).end()
    return
  }
  const file = createReadStream(fileURLToPath(new URL(pathname.slice(folder.length), base)))
  file.once('error', () => response.writeHead(404).end())
  file.once('open', () => {
    response.writeHead(200, { 'content-type': 'text/javascript' })
    file.pipe(response)
  })
}
