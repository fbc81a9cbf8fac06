/** The engine with a provider that is not Linode. */
import { expect, test } from 'vitest'
import { FakeLogin } from '../fake-login.js'
import { encode, jsonOf, redirectUri } from '../login-flow.fixture.js'
import { otherProvider } from './other-provider.fixture.js'

test('the same engine plays a provider with other paths, names, scopes and errors', async () => {
  await using login = await FakeLogin.start({ provider: otherProvider, listen: false })
  expect(login.url).toBe('https://login.forge.test')
  const { clientId, clientSecret } = login.registerClient({ redirectUri })
  expect(clientId).toHaveLength(12)
  const query = encode({ client_id: clientId, scope: 'repo user' })
  const answer = await login.fetch(`${login.url}/login/authorize?${query}`, { redirect: 'manual' })
  const code = new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? ''
  const post = (path: string, form: Record<string, string>): Promise<Response> =>
    login.fetch(login.url + path, {
      method: 'POST',
      body: encode({ client_id: clientId, client_secret: clientSecret, ...form }),
    })

  const tokens = await jsonOf(await post('/login/access_token', { code }))
  expect(tokens).toMatchObject({ expires_in: 300, scope: 'repo,user' })
  expect(tokens).not.toHaveProperty('scopes')
  expect((await post('/login/access_token', { code: 'x', client_secret: 'wrong' })).status).toBe(404)
  const refreshed = await jsonOf(
    await post('/login/refresh', { refresh_token: String(tokens['refresh_token']) }),
  )
  expect(refreshed['refresh_token']).not.toBe(tokens['refresh_token'])

  const headers = { authorization: `Bearer ${tokens['access_token']}` }
  const status = await login.fetch(`${login.apiUrl}/repos/one/status`, { headers })
  expect([status.status, status.headers.get('x-granted'), status.headers.get('x-accepted')]).toEqual([
    200,
    'repo user',
    'user,public_repo',
  ])
  expect(await jsonOf(status)).toEqual({ operation: 'get-status' })
})

test('any one of several scope sets suffices, each needed whole', async () => {
  await using login = await FakeLogin.start({ provider: otherProvider, listen: false })
  const { clientId, clientSecret } = login.registerClient({ redirectUri })
  const statusWith = async (scope: string): Promise<number> => {
    const query = encode({ client_id: clientId, scope })
    const answer = await login.fetch(`${login.url}/login/authorize?${query}`, { redirect: 'manual' })
    const code = new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? ''
    const body = encode({ client_id: clientId, client_secret: clientSecret, code })
    const tokens = await jsonOf(
      await login.fetch(`${login.url}/login/access_token`, { method: 'POST', body }),
    )
    const headers = { authorization: `Bearer ${tokens['access_token']}` }
    return (await login.fetch(`${login.apiUrl}/repos/one/status`, { headers })).status
  }
  expect(await statusWith('repo:status')).toBe(200)
  expect(await statusWith('public_repo user')).toBe(200)
  expect(await statusWith('repo')).toBe(200)
  expect(await statusWith('user')).toBe(403)
  expect(await statusWith('public_repo')).toBe(403)
})
