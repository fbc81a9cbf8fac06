import { expect, test } from 'vitest'
import { FakeLogin } from '../fake-login.js'
import { redirectUri } from '../login-flow.fixture.js'

test('it reaches the two servers and nothing else', async () => {
  await using login = await FakeLogin.start({ listen: false })
  expect((await login.fetch(`${login.url}/login`)).url).toBe(`${login.url}/login`)
  expect((await login.fetch(new Request(`${login.apiUrl}/v4/regions`))).status).toBe(200)
  const foreign = login.fetch('https://login.linode.com/login')
  const reached = 'https://login.linode.test and https://api.linode.test'
  await expect(foreign).rejects.toMatchObject({
    name: 'TypeError',
    message: 'fetch failed',
    cause: {
      message: `login.fetch reaches ${reached}, not https://login.linode.com; redirect: 'manual' keeps a request from leaving`,
    },
  })
})

test('redirects are followed within the fake, and never out of it', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const { clientId } = login.registerClient({ redirectUri })
  expect((await login.fetch(`${login.url}/logout`)).url).toBe(`${login.url}/login`)
  await expect(login.fetch(`${login.url}/logout`, { redirect: 'error' })).rejects.toThrow(TypeError)
  const out = login.fetch(`${login.url}/oauth/authorize?response_type=code&client_id=${clientId}`)
  await expect(out).rejects.toMatchObject({
    cause: { message: expect.stringContaining("redirect: 'manual'") },
  })
})

test('a redirect without end is given up', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const script = login.on('logout')
  for (let round = 0; round < 30; round += 1) script.once({ status: 307, headers: { location: '/logout' } })
  await expect(login.fetch(`${login.url}/logout`)).rejects.toMatchObject({
    cause: { message: 'too many redirects' },
  })
})

test('a 307 sends the body again, a 303 does not', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const sendRedirected = (status: number): Promise<Response> => {
    login.on('revoke').once({ status, headers: { location: '/oauth/revoke' } })
    return login.fetch(`${login.url}/oauth/revoke`, { method: 'POST', body: new URLSearchParams('token=t') })
  }
  await sendRedirected(307)
  const [first, second] = login.requests.all()
  expect([first?.body(), second?.method, second?.body()]).toEqual(['token=t', 'POST', 'token=t'])
  await sendRedirected(303)
  expect(login.requests.all().at(-1)?.method).toBe('GET')
})

test('an aborted signal ends the request with its reason', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const signal = AbortSignal.abort('enough')
  await expect(login.fetch(`${login.url}/login`, { signal })).rejects.toBe('enough')
  expect(login.requests.all()).toHaveLength(0)
})

test.each([
  ['the same origin', (login: FakeLogin) => `${login.url}/login`, true],
  ['another origin', (login: FakeLogin) => `${login.apiUrl}/v4/profile`, false],
])('N11 a redirect to %s: whether credentials go along is told by the origin', async (_, target, kept) => {
  await using login = await FakeLogin.start({ listen: false })
  const credentials = { authorization: 'Bearer t', cookie: 'a=b', 'proxy-authorization': 'Basic x' }
  login.on('logout').once({ status: 302, headers: { location: target(login) } })
  await login.fetch(`${login.url}/logout`, { headers: { ...credentials, accept: 'x/y' } })
  const last = login.requests.all().at(-1)
  for (const [name, value] of Object.entries(credentials)) {
    expect(last?.secret(name)).toBe(kept ? value : undefined)
  }
  expect(last?.headers['accept']).toBe('x/y')
})

test.each([
  [301, 'POST', 'GET'],
  [302, 'POST', 'GET'],
  [303, 'POST', 'GET'],
  [303, 'PUT', 'GET'],
  [301, 'PUT', 'PUT'],
  [307, 'POST', 'POST'],
  [308, 'PUT', 'PUT'],
])('after a %d a %s becomes a %s, and what speaks of the body goes with it', async (status, method, next) => {
  await using login = await FakeLogin.start({ listen: false })
  login.on('api').once({ status, headers: { location: '/v4/regions' } })
  await login.fetch(`${login.apiUrl}/v4/profile`, { method, body: 'x', headers: { 'content-type': 'x/y' } })
  const last = login.requests.all().at(-1)
  expect([last?.method, last?.body(), last?.headers['content-type']]).toEqual(
    next === 'GET' ? ['GET', '', undefined] : [next, 'x', 'x/y'],
  )
})

const MEBI = 1024 * 1024

test.each([
  ['a text', (length: number) => 'x'.repeat(length)],
  [
    'two bytes a character',
    (length: number) => `${'\u00e9'.repeat(length / 2)}${length % 2 === 1 ? 'x' : ''}`,
  ],
  ['a stream', (length: number) => new Blob(['x'.repeat(length)]).stream()],
])('a body over a mebibyte is refused as on a socket, and not recorded: %s', async (_, bodyOf) => {
  await using login = await FakeLogin.start({ listen: false })
  const sent = (length: number): Promise<Response> =>
    login.fetch(`${login.url}/oauth/token`, { method: 'POST', body: bodyOf(length), duplex: 'half' })
  expect((await sent(MEBI)).status).toBe(400)
  const refused = await sent(MEBI + 1)
  expect([refused.status, refused.url, await refused.text()]).toEqual([413, `${login.url}/oauth/token`, ''])
  expect(login.requests.all()).toHaveLength(1)
  const foreign = login.fetch('https://login.linode.com', { method: 'POST', body: 'x'.repeat(MEBI + 1) })
  await expect(foreign).rejects.toThrow('fetch failed')
})

test('a body without end is read no further than a mebibyte', async () => {
  await using login = await FakeLogin.start({ listen: false })
  let [pulled, cancelled] = [0, false]
  const body = new ReadableStream({
    pull(controller) {
      pulled += 1
      controller.enqueue(new Uint8Array(MEBI / 4))
    },
    cancel() {
      cancelled = true
    },
  })
  const answer = await login.fetch(`${login.url}/oauth/token`, { method: 'POST', body, duplex: 'half' })
  expect([answer.status, cancelled]).toEqual([413, true])
  expect(pulled).toBeLessThan(10)
})
