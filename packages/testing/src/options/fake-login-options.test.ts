/** What a test gets wrong when it starts a server or registers an app. */
import { expect, test } from 'vitest'
import { FakeLogin } from '../fake-login.js'
import { linode } from '../generated/provider.js'
import { redirectUri } from '../login-flow.fixture.js'
import { UsageError } from './usage-error.js'

test.each([
  [{ profile: 'lenient' }, "profile must be 'strict' or 'linode', not 'lenient'"],
  [{ profile: 'Linode' }, "did you mean 'linode'?"],
  [
    { rotation: 'stict' },
    "rotation must be 'strict', 'none', 'grace' or 'grace-forks', not 'stict' (did you mean 'strict'?)",
  ],
  [{ redirectMatch: 'prefx' }, "did you mean 'prefix'?"],
  [{ consent: 'pages' }, "did you mean 'page'?"],
  [{ consent: 'pgae' }, "consent must be 'at-once' or 'page', not 'pgae'"],
  [{ implicit: 'yes' }, 'implicit must be true or false'],
  [{ Profile: 'strict' }, "there is no 'Profile' (did you mean 'profile'?)"],
  [{ lifetime: {} }, "did you mean 'lifetimes'?"],
  [
    { lifetimes: { acessToken: 1 } },
    "FakeLogin.start: lifetimes: there is no 'acessToken' (did you mean 'accessToken'?)",
  ],
  [{ lifetimes: { code: -1 } }, 'code must be a number of seconds, 0 or more'],
  [{ lifetimes: { code: '1' } }, 'code must be a number of seconds, 0 or more'],
  [{ port: 65536 }, 'port must be a port from 0'],
  [{ apiPort: '80' }, 'apiPort must be a port from 0'],
  [{ tls: true }, 'tls must be { key, cert } in PEM'],
  [{ tls: { pem: 'x' } }, "there is no 'pem'"],
  [{ user: { name: 'u' } }, "FakeLogin.start: user: there is no 'name'"],
  [{ user: { username: 7 } }, 'username must be a text'],
  [{ clock: Date }, 'clock must be a FakeClock'],
  [{ clock: { now: Date.now } }, 'clock must be a FakeClock'],
  [{ seed: {} }, 'seed must be a text or a number'],
  [{ iss: 7 }, 'iss must be true, false or an issuer'],
  [7, 'options must be a plain object, not 7'],
  [[], 'options must be a plain object, not a list'],
  [new Map([['port', 1]]), 'options must be a plain object, not a Map'],
  [{ user: ['u', 'u@example.com'] }, 'user must be { username, email }, not a list'],
  [{ user: { username: 'u' } }, 'email is missing: it must be a text'],
  [{ tls: { key: 'k' } }, 'FakeLogin.start: tls: cert is missing'],
  [
    { tls: { key: 'k', cert: 'c' } },
    'tls must be { key, cert } in PEM that belong together, but Node says ERR_',
  ],
  [{ provider: {} }, 'FakeLogin.start: provider: name is missing'],
  [{ provider: { ...linode, endpoints: {} } }, 'endpoints must be a list, as in linode, not an object'],
  [{ provider: { ...linode, errorRespons: {} } }, "did you mean 'errorResponse'?"],
  [{ provider: { ...linode, api: { ...linode.api, operations: undefined } } }, 'operations is missing'],
])('start(%j) is refused: %s', async (options, words) => {
  const start = FakeLogin.start(options as never)
  await expect(start).rejects.toThrow(UsageError)
  await expect(start).rejects.toMatchObject({ code: 'usage_error' })
  await expect(start).rejects.toThrow(words)
})

test.each([
  [{}, 'one redirect URI'],
  [{ redirectUris: [] }, 'one redirect URI'],
  [{ redirectUri, redirectUris: [redirectUri] }, 'one redirect URI'],
  [{ redirectUrl: redirectUri }, "did you mean 'redirectUri'?"],
  [undefined, 'options must be a plain object, not undefined'],
  [redirectUri, 'options must be a plain object, not this text'],
  [{ redirectUri, pubic: true }, "did you mean 'public'?"],
  [{ redirectUris: redirectUri }, 'redirectUris must be a list of redirect URIs'],
  [{ redirectUris: [7] }, 'but it is no text'],
  [{ redirectUri, public: 'yes' }, 'public must be true or false'],
  [{ redirectUri, label: 7 }, 'label must be a name'],
  [{ redirectUri: 'https://app.example/\u00e4' }, 'printable ASCII'],
  [{ redirectUris: [redirectUri, 'https://app.example/\r\n'] }, 'printable ASCII'],
])('registerClient(%j) is refused: %s', async (app, words) => {
  await using login = await FakeLogin.start({ listen: false })
  const register = (): unknown => login.registerClient(app as never)
  expect(register).toThrow(UsageError)
  expect(register).toThrow(words)
})

test('what is refused says nothing of what may be a secret', async () => {
  const error = await FakeLogin.start({ tls: 'hush', seed: {} } as never).catch(String)
  expect(error).toContain('tls must be')
  expect(error).not.toContain('hush')
})

test('what a module exports can be handed in as it is', async () => {
  const source = 'data:text/javascript,export const username = "u", email = "u@example.com"'
  const user = await import(source)
  expect(Object.prototype.toString.call(user)).toBe('[object Module]')
  await using login = await FakeLogin.start({ listen: false, user })
  expect(login.user.username).toBe('u')
})
