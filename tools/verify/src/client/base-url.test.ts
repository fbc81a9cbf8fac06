// The login server's address, as a client is given it: judged before it is parsed, and fixed from then on.
import { ConfigurationError, LinodeLoginClient, MemoryPendingLogins } from '@linode-login/node'
import { expect, test } from 'vitest'
import { token } from './answers.fixture.js'
import { startServer } from './hostile-server.fixture.js'
import { redirectUri } from './refusal.fixture.js'
import { safe } from './safety.fixture.js'
import { clientId, clientSecret, code } from './secrets.fixture.js'

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

test.each([
  ['B1', 'https://login.linode.com@evil.example'],
  ['B1', 'https://login.linode.com:443@evil.example'],
  ['B2', 'https://login.linode.com%2f@evil.example'],
  ['B2', 'https://login.linode.com%2F.evil.example'],
  ['B2', 'https://login.linode.com\\@evil.example'],
  ['B3', 'https://user:pa55w0rd-1234@login.linode.com'],
  ['B3', 'https://user@login.linode.com'],
  ['B3', 'https://:@login.linode.com'],
  ['B4', 'http://login.linode.com'],
  ['B4', 'http://localhost.evil.example'],
  ['B4', 'http://127.0.0.1.evil.example'],
  ['B4', 'http://192.168.0.1'],
  ['B4', 'http://0.0.0.0'],
  ['B4', 'http://[::]'],
  ['B5', 'javascript:alert(1)'],
  ['B5', 'file:///etc/passwd'],
  ['B5', 'data:text/html,x'],
  ['B5', 'ftp://login.linode.com'],
  ['B5', 'wss://login.linode.com'],
  ['B5', '//login.linode.com'],
  ['B5', 'login.linode.com'],
  ['B6', 'https://login.linode.com?a=b'],
  ['B6', 'https://login.linode.com/?'],
  ['B6 C1', 'https://login.linode.com#a'],
  ['B6 C1', 'https://login.linode.com/#'],
  ['B8', 'http://127.1'],
  ['B8', 'http://0x7f000001'],
  ['B8', 'http://0x7f.0.0.1'],
  ['B8', 'http://2130706433'],
  ['B8', 'http://0177.0.0.1'],
  ['B8', 'http://127.0.0.01'],
  ['B8', 'http://[::ffff:127.0.0.1]'],
  ['B8', 'http://[::ffff:7f00:1]'],
  ['B8', 'http://[0:0:0:0:0:0:0:1]'],
  ['B8', 'http://\u2460\u2461\u2466.0.0.1'],
  ['B9', ' https://login.linode.com'],
  ['B9', 'https://login.linode.com '],
  ['B9', 'https://login.lin\tode.com'],
  ['B9', 'https://login.linode.com\n'],
  ['B9', 'ht\rtps://login.linode.com'],
  ['B9', 'https://login.linode.com/\u00a0'],
  ['B9', '\u0000https://login.linode.com'],
  ['', ''],
  ['', 'https://'],
  ['', 'https://login.linode.com:99999'],
  ['', 'https://login.linode.com/../x'],
  ['', 'https://login.linod\u0435.com'],
])('%s %j is refused', (_, baseUrl) => {
  expect(refused({ baseUrl }).option).toBe('baseUrl')
})

test.each([
  ['https://login.linode.com', 'https://login.linode.com'],
  ['https://login.linode.com/', 'https://login.linode.com'],
  ['https://login.linode.com.', 'https://login.linode.com'],
  ['https://LOGIN.Linode.COM', 'https://login.linode.com'],
  ['HTTPS://login.linode.com:443', 'https://login.linode.com'],
  ['https://LOGIN.linode.com.:443/', 'https://login.linode.com'],
  ['http://LOCALHOST:80', 'http://localhost'],
  ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080'],
  ['http://[::1]:8080', 'http://[::1]:8080'],
])('B7 B8 %s is %s', async (baseUrl, origin) => {
  const client = new LinodeLoginClient({ clientId, baseUrl })
  expect(client.generateLoginUrl()).toMatch(`${origin}/oauth/authorize?`)
  // One origin also means: a login that a client with the one spelling began, a client with the other completes.
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
