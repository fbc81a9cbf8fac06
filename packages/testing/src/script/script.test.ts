import { expect, test } from 'vitest'
import { FakeLogin } from '../fake-login.js'
import {
  askAuthorization,
  authorized,
  callApi,
  credentials,
  encode,
  jsonOf,
  redirectUri,
  refresh,
  signIn,
} from '../login-flow.fixture.js'
import { UsageError } from '../options/usage-error.js'

test('scripted answers come once each, in order, and change nothing; then the real ones', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const client = login.registerClient({ redirectUri })
  const { refreshToken } = await signIn(login, client)
  login
    .on('refresh')
    .once({ status: 429, retryAfter: 1 })
    .once({ status: 503, body: 'down for a while' })
    .once({ status: 200, json: { access_token: 7 }, headers: { 'Content-Type': 'text/html' } })
    .once({ error: 'invalid_grant', description: 'scripted' })
    .thenReal()
  const url = `${login.url}/oauth/token`
  const send = (): Promise<Response> =>
    login.fetch(url, {
      method: 'POST',
      body: encode({ grant_type: 'refresh_token', ...credentials(client), refresh_token: refreshToken }),
    })

  const limited = await send()
  expect([limited.status, limited.headers.get('retry-after'), await limited.text()]).toEqual([429, '1', ''])
  const down = await send()
  expect([down.status, down.headers.get('content-type'), await down.text()]).toEqual([
    503,
    'text/plain; charset=utf-8',
    'down for a while',
  ])
  const odd = await send()
  expect([odd.status, odd.headers.get('content-type'), await jsonOf(odd)]).toEqual([
    200,
    'text/html',
    { access_token: 7 },
  ])
  const refused = await send()
  expect([refused.status, await jsonOf(refused)]).toEqual([
    400,
    { error: 'invalid_grant', error_description: 'scripted' },
  ])
  for (const { headers } of [limited, down, odd, refused])
    expect(headers.get('access-control-allow-origin')).toBe('*')
  expect((await send()).status).toBe(200)
  expect(login.requests.all('refresh')).toHaveLength(5)
})

test('what was scripted and no request came for is told, without what may be a secret', async () => {
  const login = await FakeLogin.start({ listen: false })
  const client = login.registerClient({ redirectUri })
  login
    .on('refresh')
    .once({ status: 429, body: 'secret', headers: { 'x-note': 'secret' } })
    .once({ error: 'invalid_grant', description: 'secret' })
    .once({ fault: 'reset', served: true })
  login.on('revoke').once({ status: 503 }).thenReal()
  await refresh(login, client, {}).catch(() => {})
  await login.stop()
  expect(login.unplayed()).toEqual([
    { name: 'refresh', outcome: { error: 'invalid_grant' } },
    { name: 'refresh', outcome: { fault: 'reset' } },
    { name: 'revoke', outcome: { status: 503 } },
  ])
})

test('an answer with a body and no status is a 200', async () => {
  await using login = await FakeLogin.start({ listen: false })
  login
    .on('api')
    .once({ json: { data: [] } })
    .once({ body: 'text' })
    .once({ json: null })
  const answers = await Promise.all([1, 2, 3].map(() => login.fetch(`${login.apiUrl}/v4/linode/instances`)))
  expect(await Promise.all(answers.map(async (one) => [one.status, await one.text()]))).toEqual([
    [200, '{"data":[]}'],
    [200, 'text'],
    [200, 'null'],
  ])
})

test('a script that was played leaves nothing', async () => {
  await using login = await FakeLogin.start({ listen: false })
  expect(login.unplayed()).toEqual([])
  login.on('logout').once({ status: 503 }).thenReal()
  await login.fetch(`${login.url}/logout`)
  expect(login.unplayed()).toEqual([])
})

test('a script speaks of its own kind of request alone', async () => {
  await using login = await FakeLogin.start({ listen: false })
  login.on('refresh').once({ status: 500 })
  const client = login.registerClient({ redirectUri })
  expect((await signIn(login, client)).accessToken).toHaveLength(64)
})

test('an error at the authorization endpoint goes to the app by redirect', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const { clientId } = login.registerClient({ redirectUri })
  login
    .on('authorize')
    .once({ error: 'access_denied' })
    .once({ error: 'access_denied' })
    .once({ status: 403, body: 'edge' })
  const answer = await authorized(login, { client_id: clientId, state: 's' })
  expect(Object.fromEntries(answer)).toEqual({ error: 'access_denied', state: 's' })
  expect((await askAuthorization(login, { client_id: 'unknown' })).headers.has('location')).toBe(false)
  expect((await askAuthorization(login, { client_id: clientId })).status).toBe(403)
})

test('the API refuses in its own words when told to', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const { accessToken } = await signIn(login, login.registerClient({ redirectUri }))
  login
    .on('api')
    .once({ error: 'invalid_token' })
    .once({ error: 'insufficient_scope' })
    .once({ error: 'not_found' })
  const seen = [
    await callApi(login, accessToken),
    await callApi(login, accessToken),
    await callApi(login, accessToken),
  ]
  expect(seen.map(({ status, body }) => [status, body['errors']])).toEqual([
    [401, [{ reason: 'Invalid Token' }]],
    [401, [{ reason: 'Your OAuth token is not authorized to use this endpoint.' }]],
    [404, [{ reason: 'Not found' }]],
  ])
  expect((await callApi(login, accessToken)).status).toBe(200)
})

test.each([99, 100, 600, 200.5, Number.NaN])('a status of %d can not be scripted', async (status) => {
  await using login = await FakeLogin.start({ listen: false })
  expect(() => login.on('refresh').once({ status })).toThrow(UsageError)
})

const transports = [
  ['a real socket', true],
  ['no socket', false],
] as const

test.each(transports)(
  'reset: over %s the request fails, and was not served unless told so',
  async (_, sockets) => {
    await using login = await FakeLogin.start({ rotation: 'strict' })
    const send = sockets ? fetch : login.fetch
    const client = login.registerClient({ redirectUri })
    const { refreshToken } = await signIn(login, client)
    const form = encode({ grant_type: 'refresh_token', ...credentials(client), refresh_token: refreshToken })
    login.on('refresh').once({ fault: 'reset' }).once({ fault: 'reset', served: true }).thenReal()
    for (let round = 0; round < 2; round += 1) {
      const failed = send(`${login.url}/oauth/token`, { method: 'POST', body: new URLSearchParams(form) })
      await expect(failed).rejects.toMatchObject({ name: 'TypeError', cause: { code: 'ECONNRESET' } })
    }
    expect((await refresh(login, client, { refresh_token: refreshToken })).body['error']).toBe(
      'invalid_grant',
    )
  },
)

test.each(transports)('silence: over %s nothing comes until the caller leaves', async (_, sockets) => {
  await using login = await FakeLogin.start()
  const send = sockets ? fetch : login.fetch
  login.on('revoke').once({ fault: 'silence' })
  const stop = new AbortController()
  const pending = send(`${login.url}/oauth/revoke`, {
    method: 'POST',
    body: new URLSearchParams('a=b'),
    signal: stop.signal,
  })
  const ended: string[] = []
  const noted = pending.then(
    () => ended.push('answered'),
    ({ name }) => ended.push(name),
  )
  await login.requests.next('revoke')
  // A request that is made later is answered: the earlier one's answer would have come before.
  await send(`${login.url}/login`).then((answer) => answer.text())
  expect(ended).toEqual([])
  stop.abort()
  await noted
  expect(ended).toEqual(['AbortError'])
})

test.each(transports)(
  'cut short: over %s half of the answer comes, and the request was served',
  async (_, sockets) => {
    await using login = await FakeLogin.start()
    const send = sockets ? fetch : login.fetch
    const client = login.registerClient({ redirectUri })
    const { refreshToken } = await signIn(login, client)
    const form = encode({ grant_type: 'refresh_token', ...credentials(client), refresh_token: refreshToken })
    login.on('refresh').once({ fault: 'cut-short' })
    const answer = await send(`${login.url}/oauth/token`, { method: 'POST', body: form })
    expect(answer.status).toBe(200)
    const reader = answer.body?.getReader()
    const { value } = (await reader?.read()) ?? {}
    expect(new TextDecoder().decode(value)).toMatch(/^\{"access_token":/)
    await expect(reader?.read()).rejects.toThrow(TypeError)
    expect((await refresh(login, client, { refresh_token: refreshToken })).body['error']).toBe(
      'invalid_grant',
    )
  },
)

test('a misspelt kind of request or fault is refused, so that no script goes unplayed', async () => {
  const login = await FakeLogin.start({ listen: false })
  expect(() => login.on('token' as 'refresh')).toThrow("a kind of request must be 'authorize', 'exchange'")
  expect(() => login.on('refresh').once({ fault: 'rest' as 'reset' })).toThrow(
    "fault must be 'reset', 'silence' or 'cut-short', not 'rest' (did you mean 'reset'?)",
  )
  await login.stop()
})

test.each([
  [{ 'x-odd': 'a\r\nb: c' }, 'the header x-odd must be a text of one line'],
  [{ 'x-odd': 'snow \u2603' }, 'Latin-1'],
  [{ 'x-odd': 7 as unknown as string }, 'Latin-1'],
  [{ 'x odd': 'a' }, 'the headers must be names of letters'],
  [{ '': 'a' }, 'the headers must be names of letters'],
  [{ 'Content-Length': '5' }, 'which the server sets'],
  [{ 'transfer-encoding': 'chunked' }, 'which the server sets'],
])('headers that HTTP can not carry are refused when they are scripted: %j', async (headers, words) => {
  await using login = await FakeLogin.start({ listen: false })
  const script = (): unknown => login.on('refresh').once({ status: 200, headers })
  expect(script).toThrow(UsageError)
  expect(script).toThrow(words)
})

test('what json throws comes out in the test, and what it is then is what is sent', async () => {
  await using login = await FakeLogin.start()
  const bad = {
    get json(): never {
      throw new Error('from the getter')
    },
  }
  expect(() => login.on('logout').once({ status: 200, json: bad })).toThrow('from the getter')
  expect(() => login.on('logout').once({ status: 200, json: () => {} })).toThrow('JSON can say')
  const good = { word: 'then' }
  login.on('logout').once({ status: 200, json: good })
  good.word = 'now'
  expect(await jsonOf(await fetch(`${login.url}/logout`))).toEqual({ word: 'then' })
})

test.each([
  [{}, 'an object with status, json, body, error or fault'],
  [{ status: undefined }, 'not one without'],
  [undefined, 'the outcome must be an object, such as'],
  ['reset', "the outcome must be an object, such as { status: 429 } or { fault: 'reset' }, not this text"],
  [[{ status: 429 }], "or { fault: 'reset' }, not a list"],
  [{ json: undefined }, 'not one without'],
  [{ retryAfter: 1 }, 'not one without'],
  [{ json: {}, error: 'invalid_grant' }, 'not one with json and error'],
  [
    { status: 200, headers: new Headers({ a: 'b' }) },
    'headers must be a plain object of texts, not a Headers',
  ],
  [{ status: 200, headers: [['a', 'b']] }, 'headers must be a plain object of texts, not a list'],
  [{ status: 429, retryAfter: Number.NaN }, 'retryAfter must be a number of seconds, not NaN'],
  [{ error: 'invalid_grant', status: 401 }, 'not one with status and error'],
  [{ stauts: 429 }, "there is no 'stauts' (did you mean 'status'?)"],
  [{ status: 429, retryafter: 1 }, "did you mean 'retryAfter'?"],
  [{ status: 200, body: 7 }, 'body must be a text, not 7'],
  [{ status: 200, retryAfter: '1' }, 'retryAfter must be a number of seconds'],
  [{ error: 7 }, 'error must be an error code'],
  [{ error: '' }, 'error must be an error code'],
  [{ error: 'line\nbreak' }, 'error must be an error code'],
  [{ error: 'access_denied', description: 7 }, 'description must be a text'],
  [{ status: 204, body: 'x' }, 'the status of an answer with a body must be another one than 204'],
  [{ status: 304, json: {} }, 'another one than 204, 205 and 304, not 304'],
  [
    { fault: 'cut-short', served: false },
    'served must be true for cut-short, which serves the request, not false',
  ],
  [{ fault: 'reset', served: 'yes' }, 'served must be true or false'],
  [
    { fault: 'reset', status: 200 },
    'an object with status, json, body, error or fault, not one with status and fault',
  ],
])('the outcome %j is refused: %s', async (outcome, words) => {
  await using login = await FakeLogin.start({ listen: false })
  const script = (): unknown => login.on('refresh').once(outcome as never)
  expect(script).toThrow(UsageError)
  expect(script).toThrow(words)
})

test('an error code that no one knows is sent as it is; of the API there are three', async () => {
  await using login = await FakeLogin.start({ listen: false })
  login.on('refresh').once({ error: 'nope', description: 'snow \u2603' })
  const { status, body } = await refresh(login, login.registerClient({ redirectUri }), {})
  expect([status, body]).toEqual([400, { error: 'nope', error_description: 'snow \u2603' }])
  expect(() => login.on('api').once({ error: 'invalid_tokens' as 'invalid_token' })).toThrow(
    "did you mean 'invalid_token'?",
  )
})
