/** The consent page and its form, as a browser sees them. */
import { describe as wordsOf } from '@linode-login/core/describe'
import { expect, test } from 'vitest'
import { FakeLogin } from '../../fake-login.js'
import { linode } from '../../generated/provider.js'
import { askAuthorization, encode, exchange, redirectUri } from '../../login-flow.fixture.js'

interface Page {
  readonly answer: Response
  readonly html: string
  readonly ticket: string
  readonly cookie: string
}

async function openPage(login: FakeLogin, scope: string, cookie?: string, label = 'App'): Promise<Page> {
  const { clientId } = login.registerClient({ redirectUri, label })
  const form = { response_type: 'code', client_id: clientId, scope, state: 's' }
  const answer = await askAuthorization(login, form, cookie === undefined ? {} : { headers: { cookie } })
  const html = await answer.text()
  return {
    answer,
    html,
    ticket: /name="ticket" value="([0-9a-f]+)"/.exec(html)?.[1] ?? '',
    cookie: cookie ?? answer.headers.get('set-cookie')?.split(';')[0] ?? '',
  }
}

function decide(
  login: FakeLogin,
  ticket: string,
  decision: string,
  cookie?: string,
  more: Record<string, string> = {},
): Promise<Response> {
  const headers = { ...(cookie === undefined ? {} : { cookie }), ...more }
  const body = encode({ ticket, decision })
  return login.fetch(`${login.url}/consent`, { method: 'POST', body, headers, redirect: 'manual' })
}

test('S10 approving the page gives a code by 303, denying it an error', async () => {
  await using login = await FakeLogin.start({ consent: 'page', listen: false })
  const client = login.registerClient({ redirectUri })
  const asked = await askAuthorization(login, {
    response_type: 'code',
    client_id: client.clientId,
    state: 's',
  })
  const html = await asked.text()
  const cookie = asked.headers.get('set-cookie')?.split(';')[0]
  const approved = await decide(login, /value="([0-9a-f]{40})"/.exec(html)?.[1] ?? '', 'approve', cookie)
  expect(approved.status).toBe(303)
  const { searchParams } = new URL(approved.headers.get('location') ?? '')
  expect(searchParams.get('state')).toBe('s')
  const code = searchParams.get('code') ?? ''
  expect((await exchange(login, client, { code, redirect_uri: undefined })).status).toBe(200)

  const page = await openPage(login, '', cookie)
  const denied = await decide(login, page.ticket, 'deny', cookie)
  expect(denied.status).toBe(303)
  expect(Object.fromEntries(new URL(denied.headers.get('location') ?? '').searchParams)).toEqual({
    error: 'access_denied',
    error_description: expect.any(String),
    state: 's',
  })
})

test('the page names the app and describes each scope that is asked for, and no other', async () => {
  await using login = await FakeLogin.start({ consent: 'page', listen: false })
  const { html } = await openPage(login, '* linodes:read_only', undefined, 'Rock & <Roll>')
  const [readOnly, everything] = ['linodes:read_only', '*'].map((scope) =>
    linode.scopes.find((text) => text.scope === scope),
  )
  expect(html).toContain('Rock &amp; &lt;Roll&gt;')
  expect([...html.matchAll(/data-scope="([^"]+)"/g)].map(([, scope]) => scope).sort()).toEqual([
    '*',
    'linodes:read_only',
  ])
  for (const text of [readOnly, everything]) {
    expect(text).toBeDefined()
    expect(html.replaceAll('&#39;', "'").replaceAll('&amp;', '&')).toContain(
      `<strong>${text?.title}</strong><span>${text?.description}</span>`,
    )
  }
})

test('a scope that the provider has retired is described like any other', async () => {
  await using login = await FakeLogin.start({ consent: 'page', listen: false })
  const { removed, description } = wordsOf('maintenance:read_only')
  expect(removed).toBeDefined()
  const { html } = await openPage(login, 'maintenance:read_only')
  expect(html).toContain(description)
})

test('an unknown scope never comes to the page', async () => {
  await using login = await FakeLogin.start({ consent: 'page', listen: false })
  const { answer } = await openPage(login, 'linodes:everything')
  expect(new URL(answer.headers.get('location') ?? '').searchParams.get('error')).toBe('invalid_scope')
})

test('S12 the page can not be framed, loads nothing and runs nothing', async () => {
  await using login = await FakeLogin.start({ consent: 'page', listen: false })
  const { answer, html } = await openPage(login, '*')
  expect(answer.headers.get('x-frame-options')).toBe('DENY')
  expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(html).not.toMatch(/<script|<link|<img|https?:|url\(|@import/)
})

test('the form works once, and only in the browser that was shown it', async () => {
  await using login = await FakeLogin.start({ consent: 'page', listen: false })
  const mine = await openPage(login, '*')
  const other = await openPage(login, '*')
  expect(other.cookie).not.toBe(mine.cookie)
  for (const cookie of [undefined, other.cookie])
    expect((await decide(login, mine.ticket, 'approve', cookie)).status).toBe(400)
  expect((await decide(login, mine.ticket, 'approve', mine.cookie)).status).toBe(303)
  expect((await decide(login, mine.ticket, 'approve', mine.cookie)).status).toBe(400)
})

test('two tabs of one browser can both be answered', async () => {
  await using login = await FakeLogin.start({ consent: 'page', listen: false })
  const first = await openPage(login, '*')
  const second = await openPage(login, '*', first.cookie)
  expect(second.answer.headers.has('set-cookie')).toBe(false)
  for (const { ticket } of [first, second])
    expect((await decide(login, ticket, 'approve', first.cookie)).status).toBe(303)
})

test.each([
  [{ origin: 'https://evil.example' }, 403],
  [{ origin: 'null' }, 403],
  [{ origin: 'https://login.linode.test.evil.example' }, 403],
  [{ origin: 'https://login.linode.test:8443' }, 403],
  [{ 'sec-fetch-site': 'cross-site' }, 403],
  [{ 'sec-fetch-site': 'same-site' }, 403],
  [{ origin: 'https://login.linode.test', 'sec-fetch-site': 'cross-site' }, 403],
  [{ origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }, 403],
  [{ origin: 'https://login.linode.test', 'sec-fetch-site': 'same-origin' }, 303],
  [{ origin: 'https://login.linode.test' }, 303],
  [{}, 303],
])('C35 K22 the form is taken from its own page alone: %j is answered %d', async (headers, status) => {
  await using login = await FakeLogin.start({ consent: 'page', listen: false })
  const { ticket, cookie } = await openPage(login, '*')
  const answer = await decide(login, ticket, 'approve', cookie, headers)
  expect([answer.status, answer.headers.has('location')]).toEqual([status, status === 303])
  // What was refused used nothing up.
  expect((await decide(login, ticket, 'approve', cookie)).status).toBe(status === 303 ? 400 : 303)
})

test('K22 a cookie that the server did not give names no browser', async () => {
  await using login = await FakeLogin.start({ consent: 'page', listen: false })
  for (const name of ['a'.repeat(40), 'nonsense', '']) {
    const tossed = `fake-login-browser=${name}`
    const page = await openPage(login, '*', tossed)
    const given = page.answer.headers.get('set-cookie')?.split(';')[0]
    expect(given).toMatch(/^fake-login-browser=[0-9a-f]{40}$/)
    expect(given).not.toBe(tossed)
    expect((await decide(login, page.ticket, 'approve', tossed)).status).toBe(400)
    expect((await decide(login, page.ticket, 'approve', given)).status).toBe(303)
  }
})

test('K22 of two cookies of the name neither counts', async () => {
  await using login = await FakeLogin.start({ consent: 'page', listen: false })
  const [mine, other] = [await openPage(login, '*'), await openPage(login, '*')]
  for (const cookie of [`${mine.cookie}; ${other.cookie}`, `${other.cookie}; ${mine.cookie}`]) {
    expect((await decide(login, mine.ticket, 'approve', cookie)).status).toBe(400)
  }
})

test('after logging out the pages that a browser was shown no longer work', async () => {
  await using login = await FakeLogin.start({ consent: 'page', listen: false })
  const { ticket, cookie } = await openPage(login, '*')
  await login.fetch(`${login.url}/logout`, { headers: { cookie } })
  expect((await decide(login, ticket, 'approve', cookie)).status).toBe(400)
})
