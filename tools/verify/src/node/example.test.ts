import { FakeLogin } from '@linode-login/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ExampleProcess, freePort, startExample } from './example-process.fixture.js'
import { UserAgent } from './user-agent.fixture.js'

let login: FakeLogin
let example: ExampleProcess
let app: string
let callback: string

beforeAll(async () => {
  const port = await freePort()
  app = `http://127.0.0.1:${port}`
  callback = `${app}/oauth2_callback`
  login = await FakeLogin.start()
  const { clientId, clientSecret } = login.registerClient({ redirectUri: callback })
  example = await startExample('node-http.ts', {
    PORT: String(port),
    LINODE_CLIENT_ID: clientId,
    LINODE_CLIENT_SECRET: String(clientSecret),
    LINODE_LOGIN_URL: login.url,
  })
})

afterAll(async () => {
  await example[Symbol.asyncDispose]()
  await login.stop()
})

/** Takes a browser through /login and Linode's page to the callback, which is not visited yet. */
const comeBack = (browser: UserAgent) => browser.follow(`${app}/login`, callback)

const exchanges = () => login.requests.all('exchange').length

function changed(url: string, parameters: Record<string, string>): string {
  const other = new URL(url)
  for (const [name, value] of Object.entries(parameters)) other.searchParams.set(name, value)
  return other.href
}

test('a user signs in by the two routes', async () => {
  const browser = new UserAgent()
  const response = await browser.visit(await comeBack(browser))
  expect(response.status).toBe(200)
  expect(await response.text()).toContain('linodes:read_only')
  expect(response.headers.get('Cache-Control')).toBe('no-store')
  expect(response.headers.get('Referrer-Policy')).toBe('no-referrer')
})

test('C7 K5 K13 a callback twice makes one token request', async () => {
  const browser = new UserAgent()
  const url = await comeBack(browser)
  const before = exchanges()
  const both = await Promise.all([browser.visit(url), browser.visit(url)])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 400])
  expect((await browser.visit(url)).status).toBe(400)
  expect(exchanges() - before).toBe(1)
})

test('C19 K6 the state of another browser is refused, and stays good for its own', async () => {
  const [victim, attacker] = [new UserAgent(), new UserAgent()]
  await comeBack(victim)
  const url = await comeBack(attacker)
  const before = exchanges()
  expect((await victim.visit(url)).status).toBe(400)
  expect((await new UserAgent().visit(url)).status).toBe(400)
  expect(exchanges() - before).toBe(0)
  expect((await attacker.visit(url)).status).toBe(200)
})

test.each([
  ['K2 a wrong state', { state: 'x'.repeat(43) }],
  ['K1 no state', { state: '' }],
  ['K7 a forged error', { state: 'x'.repeat(43), error: 'access_denied' }],
])('%s is refused, and uses nothing up', async (_, forged) => {
  const browser = new UserAgent()
  const url = await comeBack(browser)
  const before = exchanges()
  expect((await browser.visit(changed(url, forged))).status).toBe(400)
  expect(exchanges() - before).toBe(0)
  expect((await browser.visit(url)).status).toBe(200)
})

test('K14 two tabs at once both succeed', async () => {
  const browser = new UserAgent()
  const urls = [await comeBack(browser), await comeBack(browser)]
  for (const url of urls.toReversed()) expect((await browser.visit(url)).status).toBe(200)
})

test('K15 a hundred abandoned logins leave one cookie', async () => {
  const browser = new UserAgent()
  for (let n = 0; n < 100; n += 1) await browser.visit(`${app}/login`)
  expect(browser.cookies(app).size).toBe(1)
})

test.each(['HEAD', 'OPTIONS', 'POST'])('K17 a callback by %s is no login', async (method) => {
  const browser = new UserAgent()
  const url = await comeBack(browser)
  const before = exchanges()
  expect((await browser.visit(url, method)).status).toBe(405)
  expect(exchanges() - before).toBe(0)
  expect((await browser.visit(url)).status).toBe(200)
})

test('K22 a second cookie of the name, tossed in from elsewhere, is not believed', async () => {
  const browser = new UserAgent()
  const url = await comeBack(browser)
  const [own] = [...browser.cookies(app)].map((pair) => pair.join('='))
  const cookie = `${own}; linode-login=${'t'.repeat(43)}`
  expect((await fetch(url, { headers: { cookie } })).status).toBe(400)
})

test('C34 the cookie is kept from scripts and other sites, and on https from plain http', async () => {
  const cookieOf = async (url: string) => (await new UserAgent().visit(url)).headers.get('set-cookie')
  expect(await cookieOf(`${app}/login`)).toMatch(
    /^linode-login=[\w-]{43}; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax$/,
  )
  const port = await freePort()
  await using _ = await startExample('node-http.ts', {
    PORT: String(port),
    ORIGIN: 'https://app.example',
    LINODE_CLIENT_ID: '0123456789abcdef0123',
  })
  expect(await cookieOf(`http://127.0.0.1:${port}/login`)).toMatch(
    /^__Host-linode-login=[\w-]{43}; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax; Secure$/,
  )
})

test('C17 what the example logs holds no secret', async () => {
  const browser = new UserAgent()
  const url = await comeBack(browser)
  await browser.visit(url)
  await browser.visit(url)
  const { searchParams } = new URL(url)
  expect(example.log()).toContain('CallbackError')
  for (const name of ['code', 'state']) expect(example.log()).not.toContain(searchParams.get(name))
})
