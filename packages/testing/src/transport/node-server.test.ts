// Real sockets: what is framed, refused, encrypted and ended, and what becomes of a fault of the server.
import type http from 'node:http'
import https from 'node:https'
import net from 'node:net'
import { expect, test } from 'vitest'
import { FakeLogin } from '../fake-login.js'
import { encode, redirectUri } from '../login-flow.fixture.js'
import { listen } from './node-server.js'
import { selfSigned } from './self-signed.fixture.js'

/** Sends bytes as they are, and gives all that comes until the connection ends. */
function raw(url: string, pieces: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let seen = ''
    const socket = net.connect(Number(new URL(url).port), '127.0.0.1', () => {
      for (const piece of pieces) socket.write(piece)
    })
    socket.on('data', (data) => {
      seen += data.toString('latin1')
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(seen))
  })
}

test('a body over a mebibyte is refused, and nothing is served', async () => {
  await using login = await FakeLogin.start()
  const answer = await fetch(`${login.url}/oauth/token`, {
    method: 'POST',
    body: encode({ code: 'x'.repeat(1024 * 1024) }),
  })
  expect(answer.status).toBe(413)
  expect(login.requests.all()).toHaveLength(0)
})

test('an answer carries its length, and the connection serves the next request', async () => {
  await using login = await FakeLogin.start()
  const request = 'POST /oauth/token HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n'
  const seen = await raw(login.url, [`${request}\r\n`, `${request}Connection: close\r\n\r\n`])
  expect(seen.match(/HTTP\/1\.1 400 /g)).toHaveLength(2)
  expect(seen.match(/content-length: \d+/gi)).toHaveLength(2)
})

test('with a certificate both servers speak TLS, faults included', async () => {
  const tls = selfSigned()
  await using login = await FakeLogin.start({ tls })
  const { clientId } = login.registerClient({ redirectUri })
  const get = (url: string): Promise<http.IncomingMessage> =>
    new Promise((resolve, reject) => {
      https.get(url, { ca: tls.cert, agent: false }, (answer) => resolve(answer.resume())).on('error', reject)
    })
  expect(new URL(login.url).protocol).toBe('https:')
  expect(
    (await get(`${login.url}/oauth/authorize?response_type=code&client_id=${clientId}`)).statusCode,
  ).toBe(303)
  expect((await get(`${login.apiUrl}/v4/regions`)).statusCode).toBe(200)
  login.on('logout').once({ fault: 'reset' })
  await expect(get(`${login.url}/logout`)).rejects.toMatchObject({ code: 'ECONNRESET' })
  await expect(fetch(login.url)).rejects.toThrow('fetch failed')
})

test('a certificate that is none is an error at the start', async () => {
  await expect(FakeLogin.start({ tls: { key: 'none', cert: 'none' } })).rejects.toThrow()
})

test('stop() ends a connection that waits in silence', async () => {
  const login = await FakeLogin.start()
  login.on('logout').once({ fault: 'silence' })
  const pending = raw(login.url, ['GET /logout HTTP/1.1\r\nHost: x\r\n\r\n'])
  await login.requests.next('logout')
  await login.stop()
  expect(await pending).toBe('')
})

test('a server that nobody stops does not keep the process, unless it is asked to', async () => {
  const servers = (): number =>
    process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap').length
  const before = servers()
  await using forgotten = await FakeLogin.start()
  expect(servers()).toBe(before)
  await using held = await FakeLogin.start({ holdProcess: true })
  expect(servers()).toBe(before + 2)
  expect(held.url).not.toBe(forgotten.url)
})

test.each([
  ['a header that HTTP can not carry', () => ({ location: 'https://app.example/\r\nx: y' })],
  ['a header that this answer can not have', () => ({ trailer: 'x' })],
  [
    'an error that quotes a secret',
    () => {
      throw new Error('hush')
    },
  ],
  [
    'a thing that is no error',
    () => {
      throw 'hush'
    },
  ],
])('%s is answered with 500 and tells no secret, and the server goes on', async (_, headersOf) => {
  const server = await listen(
    () =>
      ({ url }) => ({
        kind: 'answer',
        answer: { status: 200, headers: url === '/good' ? {} : headersOf(), body: 'fine' },
      }),
    { port: 0, tls: undefined, holdProcess: false },
  )
  const bad = await fetch(`${server.url}/bad`)
  expect(bad.status).toBe(500)
  const text = await bad.text()
  expect(text).toMatch(/^The fake server failed .* rejects with the error itself\.\n$/)
  expect(text).not.toContain('hush')
  expect(await (await fetch(`${server.url}/good`)).text()).toBe('fine')
  await server.close()
})
