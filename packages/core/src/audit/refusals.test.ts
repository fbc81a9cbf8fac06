// The two meanings of 401, and what a refusal leads to.
import { describe, expect, test, vi } from 'vitest'
import { auditingFetch, InsufficientScopeError } from '../audit.js'
import { LinodeLoginClient } from '../client/client.js'
import { failure } from '../errors/safe.fixture.js'
import { MemoryPendingLogins } from '../login/pending-logins.js'
import { OAuthToken } from '../tokens/oauth-token.js'
import { answer, answering, notAuthorized, url } from './answers.fixture.js'

describe('the two meanings of 401', () => {
  test.each([
    [
      'headers and reason say so',
      'linodes:read_only',
      'linodes:read_write',
      notAuthorized,
      ['linodes:read_write'],
    ],
    [
      'the headers alone say so',
      'linodes:read_only',
      'linodes:read_write,volumes:read_write',
      undefined,
      ['linodes:read_write', 'volumes:read_write'],
    ],
    ['a page sees no headers', undefined, undefined, notAuthorized, []],
    ['no scope is needed, told twice', 'linodes:read_only', '*, *', notAuthorized, []],
    [
      'only what the call needs is told',
      undefined,
      'linodes:read_write',
      notAuthorized,
      ['linodes:read_write'],
    ],
  ])('scopes are missing: %s', async (_, granted, needed, reason, missing) => {
    const api = auditingFetch(answering(answer(401, granted, needed, reason)), { asked: [] })
    const error = await api(url).catch((error: unknown) => error)
    expect(InsufficientScopeError.is(error)).toBe(true)
    expect(error).toMatchObject({ code: 'insufficient_scope', missing, granted: granted ? [granted] : [] })
    if (missing[0] !== undefined) expect(String(error)).toContain(missing[0])
  })

  test.each([
    ['the token is unknown', 401, 'unknown', 'linodes:read_only', 'Invalid Token'],
    ['so it said in 2017', 401, 'unknown', 'linodes:read_only', 'Invalid OAuth token'],
    ['the token has all that is needed', 401, '*', 'linodes:read_only', 'Invalid Token'],
    ['so it says, whatever the token has', 401, 'domains:*', 'linodes:read_only', 'Invalid Token'],
    ['the token is unknown, in capitals', 401, 'Unknown', 'linodes:read_only', 'Invalid Token'],
    ['the token is unknown, told twice', 401, 'unknown, unknown', 'linodes:read_only', 'Invalid Token'],
    ['the user may not', 403, 'linodes:read_only', 'linodes:read_write', 'Unauthorized'],
    ['nothing is said', 401, undefined, undefined, undefined],
  ])('the answer passes through: %s', async (_, status, granted, needed, reason) => {
    const api = auditingFetch(answering(answer(status, granted, needed, reason)), { asked: [] })
    const response = await api(url)
    expect(response.status).toBe(status)
    expect(await response.text()).toBe(reason === undefined ? '{}' : JSON.stringify({ errors: [{ reason }] }))
  })

  test('a 401 of 64 MiB is passed through without being read to its end', async () => {
    let parts = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        parts += 1
        controller.enqueue(new Uint8Array(64 * 1024))
        if (parts === 1024) controller.close()
      },
    })
    const api = auditingFetch(answering(new Response(body, { status: 401 })), { asked: [] })
    const response = await api(url)
    expect(parts).toBeLessThan(10)
    await response.body?.cancel()
  })

  test('A6 A5 a 401 whose body never ends is passed through, or refused by its headers alone', async () => {
    const dripping = (headers: Record<string, string>): Response => {
      let timer: ReturnType<typeof setInterval>
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => {
          timer = setInterval(() => controller.enqueue(new Uint8Array([32])), 1)
        },
        cancel: () => clearInterval(timer),
      })
      return new Response(body, { status: 401, headers })
    }
    const lacking = { 'x-oauth-scopes': 'domains:*', 'x-accepted-oauth-scopes': 'linodes:read_only' }
    const api = auditingFetch(answering(dripping({}), dripping(lacking)), { asked: [], timeout: 20 })
    const response = await api(url)
    expect(response.status).toBe(401)
    await response.body?.cancel()
    expect(await failure(api(url))).toMatchObject({ missing: ['linodes:read_only'] })
  })

  test('the body of a refusal that became an error is let go', async () => {
    let cancelled = false
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('x'.repeat(20_000))),
      cancel: () => {
        cancelled = true
      },
    })
    const headers = { 'x-oauth-scopes': 'domains:*', 'x-accepted-oauth-scopes': 'linodes:read_only' }
    const api = auditingFetch(answering(new Response(body, { status: 401, headers })), { asked: [] })
    expect(await failure(api(url))).toMatchObject({ code: 'insufficient_scope' })
    expect(cancelled).toBe(true)
  })

  test('a body that breaks when it is let go hides no refusal', async () => {
    const body = new ReadableStream({
      cancel: () => {
        throw new Error('broken')
      },
    })
    const headers = { 'x-oauth-scopes': 'domains:*', 'x-accepted-oauth-scopes': 'linodes:read_only' }
    const answers = answering(new Response(body, { status: 401, headers }))
    const api = auditingFetch(answers, { asked: [], timeout: 20 })
    expect(await failure(api(url))).toMatchObject({ code: 'insufficient_scope' })
  })

  test('A22 C14 A21 C17 the words of a header are cleaned and capped wherever they are shown', async () => {
    const token = 'dead8eef'.repeat(8)
    const needed = `\x9b31mbad\x9b0m token:${token} ${'z'.repeat(5000)}`
    const api = auditingFetch(answering(answer(401, 'linodes:read_only', needed, notAuthorized)), {
      asked: [],
    })
    const error = await failure(api(url), [token, 'z'.repeat(301)])
    expect(error.message.length).toBeLessThan(500)
    expect(api.report().summary).toContain('bad')
    expect(JSON.stringify(api.report())).not.toMatch(/dead8eef|z{301}|[^\x20-\x7e]/)
  })

  test('A22 C14 so are those that an app makes the error from', async () => {
    const error = new InsufficientScopeError(['a\u001b[2J'], [`a\u001b[2J${'z '.repeat(5000)}`])
    await failure(Promise.reject(error), ['\u001b'])
    expect(error.message.length).toBeLessThan(500)
  })

  test('more scopes than can be read break no call, and no report', async () => {
    const odd = (call: number) => Array.from({ length: 3000 }, (_, at) => `s${call}_${at}`).join()
    const answers = Array.from({ length: 30 }, (_, call) => answer(200, '*', odd(call)))
    const api = auditingFetch(answering(...answers, answer(200, 'x'.repeat(70_000), 'x'.repeat(70_000))), {
      asked: 'linodes:read_only',
    })
    for (const _ of [...answers, 1]) expect((await api(url)).status).toBe(200)
    const report = api.report()
    expect(report.calls).toBe(31)
    expect(report.unknown).toBeGreaterThan(20)
    expect(report.missing.join(' ').length).toBeLessThanOrEqual(64 * 1024)
    expect(report.missing).toContain('s0_2999')
  })

  test('what the wrapped fetch is called with and throws is left alone', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>().mockRejectedValue(new TypeError('no network'))
    const init = { headers: { authorization: 'Bearer x' } }
    await expect(auditingFetch(fetch, { asked: [] })(url, init)).rejects.toThrow('no network')
    expect(fetch).toHaveBeenCalledWith(url, init)
  })
})

describe('stepping up', () => {
  test('does not ask for the whole account where no scope is needed', async () => {
    const api = auditingFetch(answering(answer(401, 'linodes:read_only', '*, *', notAuthorized)), {
      asked: [],
    })
    const error = await failure(api(url))
    if (!InsufficientScopeError.is(error)) throw error
    const work = error.stepUp(client, token('linodes:read_only'), { pending: new MemoryPendingLogins() })
    expect(await failure(work)).toMatchObject({ code: 'missing_unknown' })
  })

  const client = new LinodeLoginClient({
    clientId: '00112233445566778899',
    redirectUri: 'https://app.example/cb',
  })
  const token = (...scopes: string[]) => new OAuthToken({ accessToken: 'a1b2', scopes })
  const refused = new InsufficientScopeError(
    ['linodes:read_write', 'volumes:read_only'],
    ['linodes:read_write'],
  )

  test('asks for what was granted and what is missing together', async () => {
    const { url, state } = await refused.stepUp(client, token('domains:read_only', 'linodes:read_only'), {
      pending: new MemoryPendingLogins(),
    })
    const asked = new URL(url).searchParams
    expect(asked.get('scope')).toBe('domains:read_only linodes:read_write')
    expect(asked.get('state')).toBe(state)
  })

  test.each([
    ['already_granted', refused, token('linodes:*')],
    ['missing_unknown', new InsufficientScopeError([], []), token('linodes:read_only')],
  ])('begins no login that could not help: %s', async (code, error, token) => {
    await expect(error.stepUp(client, token, { pending: new MemoryPendingLogins() })).rejects.toMatchObject({
      name: 'ScopeError',
      code,
    })
  })
})
