import { expect, test } from 'vitest'
import {
  type Answering,
  clientAnswered,
  fetchAnswering,
  json,
  refreshToken,
  secrets,
  text,
  tokenAnswer,
} from '../client/client.fixture.js'
import { InvalidResponseError, NetworkError } from '../errors/errors.js'
import { failure, shownOf } from '../errors/safe.fixture.js'
import { failedRefresh } from './failed-refresh.fixture.js'

test('C3 C4 C5 a token request is a POST with everything in its body, cookies and referrer left at home', async () => {
  const { client, sent } = clientAnswered([json(tokenAnswer)])
  await client.refreshOAuthToken(refreshToken)
  const [request] = sent
  expect(request?.url).toBe('https://login.linode.com/oauth/token')
  expect(request?.init).toMatchObject({
    method: 'POST',
    redirect: 'manual',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  })
  expect(Object.fromEntries(request?.headers ?? [])).toEqual({
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
  })
})

test.each([
  ['A1', 302, 'https://evil.example/'],
  ['A2', 307, 'https://evil.example/'],
  ['A3', 308, 'https://evil.example/'],
  ['A4', 302, 'https://login.linode.com/oauth/token'],
  ['A4', 303, '/oauth/token'],
  ['a strange', 300, ''],
  ['a strange', 304, ''],
])('%s redirect %i to %j is refused', async (_ids, status, location) => {
  const error = await failedRefresh(text(null, 'application/json', { status, headers: { location } }))
  expect(error).toBeInstanceOf(InvalidResponseError)
  expect(error).toMatchObject({ code: 'redirected', status })
})

test('A1 A4 a redirect that a browser hides, or that a fetch followed, is refused', async () => {
  const hidden = Object.defineProperties(new Response(), {
    type: { value: 'opaqueredirect' },
    status: { value: 0 },
  })
  expect(await failedRefresh(() => hidden)).toMatchObject({ code: 'redirected', status: 0 })
  const followed = Object.defineProperty(Response.json(tokenAnswer), 'redirected', { value: true })
  expect(await failedRefresh(() => followed)).toMatchObject({ code: 'redirected', status: 200 })
})

test('A5 N4 silence ends at the deadline, even from a fetch that ignores its signal', async () => {
  const silence = () => new Promise<never>(() => {})
  const error = await failedRefresh(silence, { timeout: 20 }, { notSent: () => true })
  expect(error).toBeInstanceOf(NetworkError)
  expect(error).toMatchObject({ code: 'timeout', sent: 'maybe' })
})

test('a caller who leaves while an error’s body is read has left, whatever the status', async () => {
  const caller = new AbortController()
  const pull = (): Promise<never> => {
    caller.abort()
    return new Promise(() => {})
  }
  // It is asked for nothing before it is read.
  const body = new ReadableStream({ pull }, { highWaterMark: 0 })
  const { client, sent } = clientAnswered([text(body, 'application/json', { status: 429 })])
  const work = client.refreshOAuthToken(refreshToken, { signal: caller.signal })
  expect(await failure(work, secrets)).toMatchObject({
    name: 'NetworkError',
    code: 'cancelled',
    sent: 'maybe',
  })
  expect(sent).toHaveLength(1)
})

test('a fetch that brings nothing late, or at all, is no more than no answer', async () => {
  const unhandled: unknown[] = []
  const keep = (reason: unknown): unknown => unhandled.push(reason)
  process.on('unhandledRejection', keep)
  const nothing: typeof fetch = () => Promise.resolve(undefined as never)
  const { client } = clientAnswered([], { fetch: nothing })
  expect(await failure(client.refreshOAuthToken(refreshToken))).toMatchObject({
    code: 'failed',
    sent: 'maybe',
  })
  let bring: (nothing: never) => void = () => {}
  const late: typeof fetch = () => new Promise((resolve) => (bring = resolve))
  const slow = clientAnswered([], { fetch: late, timeout: 5 }).client
  expect(await failure(slow.refreshOAuthToken(refreshToken))).toMatchObject({ code: 'timeout' })
  bring(undefined as never)
  await new Promise((done) => setImmediate(done))
  process.off('unhandledRejection', keep)
  expect(unhandled).toEqual([])
})

test('A30 cookies of an answer are not sent again', async () => {
  const { client, sent } = clientAnswered([json(tokenAnswer, { headers: { 'set-cookie': 'a=b' } })])
  await client.refreshOAuthToken(refreshToken)
  await client.refreshOAuthToken(refreshToken)
  expect(sent[1]?.headers.has('cookie')).toBe(false)
  expect(sent[1]?.init.credentials).toBe('omit')
})

test('N1 what the runtime knows was not sent is safe to try again', async () => {
  const refused = Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } })
  const error = await failedRefresh(
    () => Promise.reject(refused),
    {},
    { notSent: (reason) => reason === refused },
  )
  expect(error).toMatchObject({ name: 'NetworkError', code: 'failed', sent: 'no' })
})

test.each([
  ['N2', 'read ECONNRESET'],
  ['N3', 'socket hang up'],
])('%s what the runtime doesn’t know may have been received: %s', async (_ids, message) => {
  const error = await failedRefresh(
    () => Promise.reject(new TypeError(message)),
    {},
    { notSent: () => false },
  )
  expect(error).toMatchObject({ name: 'NetworkError', code: 'failed', sent: 'maybe', cause: { message } })
})

test('N2 a fetch that throws at once, and a runtime whose judgement fails, count as maybe sent', async () => {
  const broken: typeof fetch = () => {
    throw new TypeError('broken')
  }
  const { client } = clientAnswered([], { fetch: broken }, { notSent: () => JSON.parse('{') })
  expect(await failure(client.refreshOAuthToken(refreshToken))).toMatchObject({
    code: 'failed',
    sent: 'maybe',
  })
})

test('N9 a caller who aborts before sending sends nothing', async () => {
  const { client, sent } = clientAnswered([json(tokenAnswer)])
  const work = client.refreshOAuthToken(refreshToken, { signal: AbortSignal.abort(new Error('gone home')) })
  const error = await failure(work, secrets)
  expect(error).toMatchObject({
    name: 'NetworkError',
    code: 'cancelled',
    sent: 'no',
    cause: { message: 'gone home' },
  })
  expect(sent).toHaveLength(0)
})

test('a caller who aborts after sending leaves, and a late answer is let go', async () => {
  const caller = new AbortController()
  let answer: (response: Response) => void = () => {}
  const { client, sent } = clientAnswered([() => new Promise<Response>((resolve) => (answer = resolve))])
  const work = client.refreshOAuthToken(refreshToken, { signal: caller.signal })
  await Promise.resolve()
  caller.abort()
  expect(await failure(work, secrets)).toMatchObject({
    name: 'NetworkError',
    code: 'cancelled',
    sent: 'maybe',
  })
  expect(sent[0]?.init.signal?.aborted).toBe(true)
  let cancelled = false
  answer(
    new Response(
      new ReadableStream({
        cancel: () => {
          cancelled = true
        },
      }),
    ),
  )
  await new Promise((done) => setImmediate(done))
  expect(cancelled).toBe(true)
})

test('C17 an error of a fetch that quotes its request shows no secret', async () => {
  const { fetch } = fetchAnswering(({ url, form }) => {
    const error = Object.assign(new Error(`POST ${url} ${form} failed`), {
      config: { data: form.toString() },
    })
    throw new Error(`wrapped: ${form.get('client_secret')}`, {
      cause: new AggregateError([error], String(form)),
    })
  })
  const { client } = clientAnswered([], { fetch })
  await failure(client.refreshOAuthToken(refreshToken), secrets)
})

test('C17 an error of a fetch that quotes its answer shows no secret', async () => {
  const body = JSON.stringify(tokenAnswer)
  const { client } = clientAnswered([() => Promise.reject(new Error(`bad answer ${body}`))])
  await failure(client.refreshOAuthToken(refreshToken), secrets)
})

test('what is no secret of a request stays in what its failure says', async () => {
  const answering: Answering = ({ form }) => Promise.reject(new Error(`lost: ${form}`))
  const error = await failedRefresh(answering)
  expect(error).toMatchObject({
    cause: { message: expect.stringMatching(/^lost: client_id=c11e47&grant_type=refresh_token&/) },
  })
})

// Short and without a digit: nothing but knowing them can tell that they are secrets.
const plain = { clientSecret: 'hushhush', code: 'thecode', codeVerifier: 'v'.repeat(43), token: 'thetoken' }

test.each<[string, Answering]>([
  ['the error of a fetch', ({ form }) => Promise.reject(new Error(`lost: ${[...form.values()].join(' ')}`))],
  [
    'a server’s words',
    ({ form }) => {
      const description = `lost: ${[...form.values()].join(' ')}`
      return Response.json({ error: 'invalid_grant', error_description: description }, { status: 400 })
    },
  ],
])('A21 C17 every secret of a form is hidden in %s, be it only a word', async (_whose, answering) => {
  const { code, codeVerifier, token, clientSecret } = plain
  const { client } = clientAnswered([answering], { clientSecret })
  const works = [
    client.finishOAuth(code, { codeVerifier }),
    client.refreshOAuthToken(token),
    client.expireToken(token),
    client.expireToken(token, { legacy: true }),
  ]
  for (const work of works) {
    const error = await failure(work, Object.values(plain))
    expect(shownOf(error)).toContain('lost: ')
  }
})
