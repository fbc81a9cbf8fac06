// What the client sends.
import { createHash } from 'node:crypto'
import { LinodeLoginClient, MemoryPendingLogins } from '@linode-login/node'
import { describe, expect, test } from 'vitest'
import { token } from '../answers/answers.fixture.js'
import { type Received, startServer } from '../hostile-server.fixture.js'
import { allCalls, type CallName, calls, clientOf, redirectUri } from '../refusal.fixture.js'
import {
  accessToken,
  clientId,
  clientSecret,
  code,
  codeVerifier,
  refreshToken,
  secrets,
} from '../secrets/secrets.fixture.js'

/** What a call sends. */
async function sentBy(call: CallName, options: object = {}): Promise<Received> {
  await using server = await startServer(token())
  await calls[call](clientOf(server, options))
  expect(server.received).toHaveLength(1)
  return server.received[0]!
}

const confidential = { client_id: clientId, client_secret: clientSecret }
const forms = {
  exchange: {
    grant_type: 'authorization_code',
    ...confidential,
    code,
    redirect_uri: redirectUri,
    code_verifier: codeVerifier,
  },
  refresh: { grant_type: 'refresh_token', ...confidential, refresh_token: refreshToken },
  revoke: { ...confidential, token: accessToken, token_type_hint: 'access_token' },
  expire: { ...confidential, token: accessToken },
} as const
const paths = {
  exchange: '/oauth/token',
  refresh: '/oauth/token',
  revoke: '/oauth/revoke',
  expire: '/oauth/token/expire',
} as const

describe.each(allCalls)('%s', (call) => {
  test('C3 C6 C28 is a POST whose form authenticates a confidential client', async () => {
    const { method, url, form, headers } = await sentBy(call)
    expect([method, url]).toEqual(['POST', paths[call]])
    expect(headers['content-type']).toBe('application/x-www-form-urlencoded')
    expect(Object.fromEntries(form)).toEqual(forms[call])
  })

  test('C6 C28 names a public client, and sends no secret', async () => {
    const { form } = await sentBy(call, { clientSecret: undefined })
    const { client_secret: _, ...named } = forms[call]
    const { token_type_hint: __, ...sent } = { token_type_hint: '', ...named }
    expect(Object.fromEntries(form)).toEqual(sent)
  })

  test('C4 authenticates in one way: no header, and no part of it twice (C2)', async () => {
    const { headers, form } = await sentBy(call)
    expect(headers.authorization).toBeUndefined()
    expect(new Set(form.keys()).size).toBe([...form.keys()].length)
  })

  test('C5 C17 C24 no secret and no token in the URI or a header', async () => {
    const { url, headers } = await sentBy(call)
    for (const secret of Object.values(secrets)) expect(JSON.stringify([url, headers])).not.toContain(secret)
  })

  test('tells what the edge wants to know, and nothing of where it comes from', async () => {
    const { headers } = await sentBy(call)
    expect(headers.accept).toBe('application/json')
    expect(headers['user-agent']).toMatch(/^linode-login\//)
    expect([headers.referer, headers.cookie, headers.origin]).toEqual([undefined, undefined, undefined])
  })
})

describe('C9 the redirect URI is sent byte for byte as in the authorization request', () => {
  test.each([
    'https://app.example/call%20back?from=a&to=b',
    'https://APP.example:443/./a/../callback',
    'https://app.example/callback?next=https%3A%2F%2Fx%2F%3Fa%3Db%26c',
    'http://127.0.0.1:53682',
    'com.example.app:/callback',
  ])('%s', async (uri) => {
    await using server = await startServer(token())
    const client = clientOf(server, { redirectUri: uri })
    const asked = new URL(client.generateLoginUrl()).searchParams.get('redirect_uri')
    await client.finishOAuth(code)
    expect([asked, server.received[0]?.form.get('redirect_uri')]).toEqual([uri, uri])
  })

  test('where it was not sent, it is not sent again', async () => {
    await using server = await startServer(token())
    const client = clientOf(server, { redirectUri: undefined })
    expect(new URL(client.generateLoginUrl()).searchParams.has('redirect_uri')).toBe(false)
    await client.finishOAuth(code)
    expect(server.received[0]?.form.has('redirect_uri')).toBe(false)
  })
})

test('C22 each login has a verifier of its own: 256 bits of chance, sent as its S256 challenge', async () => {
  const asked: number[] = []
  const random = (bytes: number): Uint8Array => {
    asked.push(bytes)
    return crypto.getRandomValues(new Uint8Array(bytes))
  }
  const client = new LinodeLoginClient({ clientId, random })
  const pending = new MemoryPendingLogins()
  const verifiers = new Set<string>()
  for (let login = 0; login < 20; login += 1) {
    const { url, state } = await client.beginLogin({ pending })
    const { codeVerifier: verifier = '' } = pending.get(state) ?? {}
    expect(verifier).toMatch(/^[\w-]{43}$/)
    const { searchParams } = new URL(url)
    expect(searchParams.get('code_challenge_method')).toBe('S256')
    expect(searchParams.get('code_challenge')).toBe(createHash('sha256').update(verifier).digest('base64url'))
    expect(url).not.toContain(verifier)
    verifiers.add(verifier).add(state)
  }
  expect(verifiers.size).toBe(40)
  expect(asked).toEqual(Array(40).fill(32))
})

test('C24 a code is asked for, never a token; C3 what is empty is left out', async () => {
  const client = new LinodeLoginClient({ clientId })
  const pending = new MemoryPendingLogins()
  for (const url of [client.generateLoginUrl(), (await client.beginLogin({ pending })).url]) {
    const { searchParams } = new URL(url)
    expect(searchParams.get('response_type')).toBe('code')
    expect([...searchParams.values()]).not.toContain('')
    expect(new Set(searchParams.keys()).size).toBe([...searchParams.keys()].length)
  }
})
