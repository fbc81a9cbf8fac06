// The login server's address, as a client is given it: judged before it is parsed, and fixed from then on.
import { ConfigurationError, LinodeLoginClient, MemoryPendingLogins } from '@linode-login/node'
import { expect, test } from 'vitest'
import { token } from '../answers/answers.fixture.js'
import { startServer } from '../hostile-server.fixture.js'
import { redirectUri } from '../refusal.fixture.js'
import { safe } from '../secrets/safety.fixture.js'
import { clientId, clientSecret, code } from '../secrets/secrets.fixture.js'

/** What making a client is refused with. */
function refused(options: object): ConfigurationError {
  try {
    new LinodeLoginClient({ clientId, ...options })
  } catch (error) {
    safe(error, { password: 'pa55w0rd-1234', clientSecret })
    if (error instanceof ConfigurationError) return error
    throw error
  }
  return expect.fail('expected an error')
}

// Which addresses are taken is core's own table; these are what a client does with its verdict.
test.each([
  ['B1', 'https://login.linode.com@evil.example'],
  ['B3', 'https://user:pa55w0rd-1234@login.linode.com'],
  ['B9', 'https://login.lin\tode.com'],
])('%s no client is made with %j, and no password in it is shown', (_, baseUrl) => {
  expect(refused({ baseUrl }).option).toBe('baseUrl')
})

test.each([
  ['HTTPS://LOGIN.linode.com.:443/', 'https://login.linode.com'],
  ['http://LOCALHOST:80', 'http://localhost'],
])('B7 B8 %s is %s in what is sent and what is kept', async (baseUrl, origin) => {
  const client = new LinodeLoginClient({ clientId, baseUrl })
  expect(client.generateLoginUrl()).toMatch(`${origin}/oauth/authorize?`)
  // One origin also means: a login that a client with the one spelling began, a client
  // with the other completes.
  const pending = new MemoryPendingLogins()
  const { state } = await client.beginLogin({ pending })
  expect(pending.get(state)?.issuer).toBe(origin)
})

test('B10 the base URL is fixed when the client is made', async () => {
  await using ours = await startServer(token())
  await using theirs = await startServer(token())
  const options = { clientId, clientSecret, redirectUri, baseUrl: ours.url }
  const client = new LinodeLoginClient(options)
  options.baseUrl = theirs.url
  options.clientSecret = 'another'
  await client.finishOAuth(code)
  expect(client.generateLoginUrl()).toContain(ours.url)
  expect(ours.received[0]?.form.get('client_secret')).toBe(clientSecret)
  expect([ours.received.length, theirs.received.length]).toEqual([1, 0])
})

test.each([
  '',
  '\n',
  `${clientSecret}\n`,
  `${clientSecret}\r\nX: y`,
  `a\0${clientSecret}`,
  `${clientSecret}\u007f`,
  `é${clientSecret}`,
])('B15 the secret %j is refused, and not shown', (secret) => {
  expect(refused({ clientSecret: secret }).option).toBe('clientSecret')
})

test.each(['', '\n', 'id\r\nx: y', 'i\0d'])('B15 so is the id %j', (id) => {
  expect(refused({ clientId: id }).option).toBe('clientId')
})

test.each([
  'https://app.example/callback#here',
  'https://app.example/callback#',
  '/callback',
  'https://app.example/call back',
  'https://app.example/\r\nx: y',
])('C1 the redirect URI %j is refused', (uri) => {
  expect(refused({ redirectUri: uri }).option).toBe('redirectUri')
})
