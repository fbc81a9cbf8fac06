import { once } from 'node:events'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** A site of static files: the same page at /, at /callback and at /folder, which the host makes /folder/. */
export interface AppServer extends AsyncDisposable {
  readonly origin: string
  /** What the pages tell their script. */
  options: object
  /**
   * The URL of the next callback. Its answer is 204, on which a browser stays where it is: so a test has the
   * callback in hand, unused.
   */
  nextCallback(): Promise<string>
}

/** Bundles the page's script and serves it on a free port of 127.0.0.1. */
export async function startApp(): Promise<AppServer> {
  const script = await bundle()
  const held: ((url: string) => void)[] = []
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '', app.origin)
    const hold = pathname === '/callback' ? held.shift() : undefined
    if (hold !== undefined) {
      response.writeHead(204).end()
      hold(`${app.origin}${pathname}${search}`)
    } else if (pathname === '/script.js') {
      response.setHeader('Content-Type', 'text/javascript').end(script)
    } else if (pathname === '/folder') {
      response.writeHead(301, { Location: `/folder/${search}` }).end()
    } else if (['/', '/callback', '/folder/'].includes(decodeURIComponent(pathname))) {
      response.setHeader('Content-Type', 'text/html; charset=utf-8').end(pageOf(app.options))
    } else {
      response.writeHead(404).end()
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the system gave no port')
  const app: AppServer = {
    origin: `http://127.0.0.1:${address.port}`,
    options: {},
    nextCallback: () => new Promise((resolve) => held.push(resolve)),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return app
}

async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('page-script.fixture.ts', import.meta.url))
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'esm', write: false })
  return outputFiles.map(({ text }) => text).join('')
}

function pageOf(options: object): string {
  const attribute = JSON.stringify(options).replaceAll('&', '&amp;').replaceAll("'", '&#39;')
  return `<!doctype html>
<html lang="en">
<head><title>App</title><link rel="icon" href="data:,"></head>
<body data-options='${attribute}'><script type="module" src="/script.js"></script></body>
</html>
`
}
