// What the client refuses to send, whoever asks it to.
import { ConfigurationError, OAuthToken, ScopeError } from '@linode-login/node'
import { expect, test } from 'vitest'
import { token } from '../answers/answers.fixture.js'
import { type HostileServer, startServer } from '../hostile-server.fixture.js'
import { clientOf, held } from '../refusal.fixture.js'
import { rejection, safe } from '../secrets/safety.fixture.js'
import { accessToken, code, refreshToken } from '../secrets/secrets.fixture.js'

/** Fails unless the work is refused before any request. */
async function expectUnsent(
  server: HostileServer,
  work: Promise<unknown>,
  kind: typeof ConfigurationError | typeof ScopeError,
) {
  expect(safe(await rejection(work))).toBeInstanceOf(kind)
  expect(server.connections).toBe(0)
}

test.each(['\r\nx: y', '\n', '\0', 'é', '\u007f'])(
  'C13 a code or token with %j in it is not sent',
  async (bad) => {
    await using server = await startServer(token())
    const client = clientOf(server)
    await expectUnsent(server, client.finishOAuth(code + bad), ConfigurationError)
    await expectUnsent(server, client.refreshOAuthToken(refreshToken + bad), ConfigurationError)
    await expectUnsent(server, client.expireToken(accessToken + bad), ConfigurationError)
    expect(() => client.generateLoginUrl({ state: `state${bad}` })).toThrow(ConfigurationError)
  },
)

test.each(['linodes:read_write', 'linodes:*', '*', 'domains:read_only'] as const)(
  'C16 a refresh never asks for more than was granted: %s',
  async (scope) => {
    await using server = await startServer(token())
    const client = clientOf(server)
    await expectUnsent(server, client.refreshOAuthToken(held, { scopes: scope }), ScopeError)
    await expectUnsent(
      server,
      client.refreshOAuthToken(held, { scopes: ['linodes:read_only', scope] }),
      ScopeError,
    )
  },
)

test('C16 fewer scopes may be asked for, and all are asked for by asking for none', async () => {
  await using server = await startServer(token())
  const client = clientOf(server)
  const wide = new OAuthToken({ accessToken, refreshToken, scopes: ['linodes:*', 'domains:read_only'] })
  await client.refreshOAuthToken(wide, { scopes: 'linodes:read_only' })
  await client.refreshOAuthToken(wide)
  expect(server.received.map(({ form }) => form.get('scope'))).toEqual(['linodes:read_only', null])
})

test.each(['Authorization', 'authorization', 'Cookie', 'Proxy-Authorization', 'Content-Type'])(
  'C4 no second way of authentication comes in by the header %s',
  (name) => {
    const build = () =>
      clientOf({ url: 'https://login.example' }, { headers: { [name]: 'Basic aWQ6c2VjcmV0' } })
    expect(build).toThrow(ConfigurationError)
  },
)
