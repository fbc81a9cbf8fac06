// What stands around the fake server's answers: caching, other origins, frames, redirects after a form.
import { FakeLogin } from '@linode-login/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loginThatCameBack } from '../client/logins/comes-back.fixture.js'
import { redirectUri } from '../client/refusal.fixture.js'
import { UserAgent } from '../node/user-agent.fixture.js'
import { authorize, credentials, post } from './ask.fixture.js'

let login: FakeLogin
let asking: FakeLogin

beforeAll(async () => {
  login = await FakeLogin.start()
  asking = await FakeLogin.start({ consent: 'page' })
})

afterAll(async () => {
  await login.stop()
  await asking.stop()
})

const endpoints = ['/oauth/token', '/oauth/revoke', '/oauth/token/expire'] as const

test('S5 no answer with a token, a code or an error in it may be kept', async () => {
  const app = login.registerClient({ redirectUri })
  const { client, pending, callback, secrets } = await loginThatCameBack(login)
  await client.completeLogin(callback, { pending })
  const { code } = secrets
  const form = { grant_type: 'authorization_code', ...credentials(app), redirect_uri: redirectUri }
  const back = await authorize(login, { client_id: app.clientId })
  const fresh = new URL(back.headers.get('location') ?? '').searchParams.get('code') ?? ''
  const answers = [
    back,
    await post(login, '/oauth/token', { ...form, code: fresh }),
    await post(login, '/oauth/token', { ...form, code }),
    await post(login, '/oauth/token', {}),
    await post(login, '/oauth/revoke', { ...credentials(app), token: 'x' }),
    await authorize(login, { client_id: app.clientId, scope: 'no:such' }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([303, 200, 400, 400, 200, 303])
  for (const { headers } of answers) {
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('pragma')).toBe('no-cache')
  }
})

describe('S11 other origins', () => {
  const headers = { origin: 'https://app.example' }
  const preflight = {
    ...headers,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type',
  }

  test.each(endpoints)('%s may be called and read by a page of any, without its cookies', async (path) => {
    const asked = await fetch(login.url + path, { method: 'OPTIONS', headers: preflight })
    expect(asked.ok).toBe(true)
    expect(asked.headers.get('access-control-allow-origin')).toBe('*')
    expect(asked.headers.get('access-control-allow-methods')).toContain('POST')
    expect(asked.headers.get('access-control-allow-headers')?.toLowerCase()).toContain('content-type')
    const app = login.registerClient({ redirectUri })
    for (const form of [{}, { ...credentials(app), token: 'x' }]) {
      const answer = await post(login, path, form, headers)
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
      expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
    }
  })

  test.each(['/oauth/authorize', '/logout', '/login', '/consent'])('%s may be read by none', async (path) => {
    for (const method of ['OPTIONS', 'GET', 'POST']) {
      const answer = await fetch(asking.url + path, { method, headers: preflight, redirect: 'manual' })
      const names = [...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))
      expect(names).toEqual([])
    }
  })

  test('nor is the answer to a good authorization request', async () => {
    const { clientId } = login.registerClient({ redirectUri })
    const answer = await authorize(login, { client_id: clientId }, { headers })
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([303, null])
  })
})

/** A consent page, and the form in it. */
async function consentPage() {
  const { clientId } = asking.registerClient({ redirectUri })
  const browser = new UserAgent()
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    scope: 'linodes:read_only',
    state: 's',
  })
  const page = await browser.visit(`${asking.url}/oauth/authorize?${query}`)
  const html = await page.text()
  const [, action = ''] = /<form[^>]* action="([^"]+)"/.exec(html) ?? []
  const [, ticket = ''] = /name="ticket" value="([^"]+)"/.exec(html) ?? []
  const cookie = [...browser.cookies(asking.url)].map((pair) => pair.join('=')).join('; ')
  const answer = (decision: string, headers = {}) =>
    post(asking, action, { ticket, decision }, { cookie, ...headers })
  return { page, html, answer }
}

test('S12 the consent page, and every other page, can not be framed', async () => {
  const { page, html } = await consentPage()
  expect(html).toContain('linodes:read_only')
  const others = await Promise.all(['/login', '/oauth/authorize'].map((path) => fetch(asking.url + path)))
  for (const { headers } of [page, ...others]) {
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('x-frame-options')).toBe('DENY')
  }
})

test.each([
  ['approve', /^https:\/\/app\.example\/callback\?code=[0-9a-f]+&state=s$/],
  ['deny', /^https:\/\/app\.example\/callback\?error=access_denied&.*state=s$/],
])(
  'S10 after %s the browser is sent on with 303, so that its form stays behind',
  async (decision, location) => {
    const { answer } = await consentPage()
    const sent = await answer(decision)
    expect(sent.status).toBe(303)
    expect(sent.headers.get('location')).toMatch(location)
  },
)

test('S10 no redirect of the server repeats a form', async () => {
  const { clientId } = login.registerClient({ redirectUri })
  const answers = [
    await authorize(login, { client_id: clientId }),
    await authorize(login, { client_id: clientId, response_type: 'x' }),
    await fetch(`${login.url}/logout`, { redirect: 'manual' }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
})

test('C35 K22 a page of another origin can not answer the consent page, whatever cookie it tossed in', async () => {
  const { answer } = await consentPage()
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ]) {
    const refused = await answer('approve', headers)
    expect([refused.status, refused.headers.get('location')]).toEqual([403, null])
  }
  const own = { origin: asking.url, 'sec-fetch-site': 'same-origin' }
  expect((await answer('approve', own)).status).toBe(303)
})
