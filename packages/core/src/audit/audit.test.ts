import { describe, expect, test, vi } from 'vitest'
import { LinodeLoginClient } from '../client.js'
import { OAuthToken } from '../oauth-token.js'
import { MemoryPendingLogins } from '../pending-logins.js'
import { auditingFetch, InsufficientScopeError, scopesOfToken } from './index.js'

const url = 'https://api.linode.com/v4/linode/instances'
const notAuthorized = 'Your OAuth token is not authorized to use this endpoint.'

function answer(
  status: number,
  granted: string | undefined,
  needed: string | undefined,
  reason?: string,
): Response {
  const headers = new Headers()
  if (granted !== undefined) headers.set('X-OAuth-Scopes', granted)
  if (needed !== undefined) headers.set('X-Accepted-OAuth-Scopes', needed)
  return new Response(JSON.stringify(reason === undefined ? {} : { errors: [{ reason }] }), {
    status,
    headers,
  })
}

/** A fetch that gives one answer after another. */
function answering(...answers: Response[]): typeof fetch {
  return async () => answers.shift() ?? Response.error()
}

async function calls(asked: string[], ...answers: Response[]) {
  const api = auditingFetch(answering(...answers), { asked })
  for (const _ of [...answers]) await api(url).catch(() => undefined)
  return api.report()
}

describe('what calls needed, against what was asked for', () => {
  test('less would have done', async () => {
    const report = await calls(
      ['linodes:read_write', 'domains:*'],
      answer(200, 'linodes:read_write domains:*', 'linodes:read_only'),
      answer(200, 'linodes:read_write domains:*', '*'),
      answer(500, 'linodes:read_write domains:*', 'linodes:read_only'),
    )
    expect(report).toEqual({
      calls: 3,
      unknown: 0,
      needed: ['linodes:read_only'],
      excessive: [
        { scope: 'domains:*', needed: [] },
        { scope: 'linodes:read_write', needed: ['linodes:read_only'] },
      ],
      missing: [],
      summary:
        'asked for `domains:*`; no call needed it\n' +
        'asked for `linodes:read_write`; every call needed `linodes:read_only`',
    })
  })

  test('all of it was needed', async () => {
    const report = await calls(
      ['volumes:read_write', 'linodes:read_only'],
      answer(200, '*', 'linodes:read_only,volumes:read_write'),
    )
    expect(report).toMatchObject({ excessive: [], missing: [], summary: '' })
  })

  test('more was needed, as told with 401, too', async () => {
    const report = await calls(
      ['linodes:read_only'],
      answer(401, 'linodes:read_only', 'linodes:read_write', notAuthorized),
    )
    expect(report.missing).toEqual(['linodes:read_write'])
    expect(report.summary).toContain('did not ask for `linodes:read_write`; a call needed it')
  })

  test('an answer that does not say is counted as that', async () => {
    expect(await calls([], answer(200, undefined, undefined))).toMatchObject({
      calls: 1,
      unknown: 1,
      needed: [],
    })
  })
})

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
    expect(error).toMatchObject({ code: 'insufficient_scope', missing })
    if (missing[0] !== undefined) expect(String(error)).toContain(missing[0])
  })

  test.each([
    ['the token is unknown', 401, 'unknown', 'linodes:read_only', 'Invalid Token'],
    ['so it said in 2017', 401, 'unknown', 'linodes:read_only', 'Invalid OAuth token'],
    ['the token has all that is needed', 401, '*', 'linodes:read_only', 'Invalid Token'],
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

  test('what the wrapped fetch is called with and throws is left alone', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>().mockRejectedValue(new TypeError('no network'))
    const init = { headers: { authorization: 'Bearer x' } }
    await expect(auditingFetch(fetch, { asked: [] })(url, init)).rejects.toThrow('no network')
    expect(fetch).toHaveBeenCalledWith(url, init)
  })
})

describe('stepping up', () => {
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
    ['the token has what was missing', refused, token('linodes:*')],
    ['nothing is known to be missing', new InsufficientScopeError([], []), token('linodes:read_only')],
  ])('begins no login that could not help: %s', async (_, error, token) => {
    await expect(error.stepUp(client, token, { pending: new MemoryPendingLogins() })).rejects.toMatchObject({
      name: 'ScopeError',
      code: 'already_granted',
    })
  })
})

describe('what a token has', () => {
  test.each([
    ['domains:* linodes:read_only', ['domains:*', 'linodes:read_only']],
    ['*', ['*']],
    ['unknown', undefined],
    [undefined, undefined],
  ])('%j is told as %j', async (header, scopes) => {
    expect(await scopesOfToken(answering(answer(200, header, '*')))).toEqual(scopes)
  })

  test('N11 no redirect is followed with it', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>().mockResolvedValue(answer(200, '*', '*'))
    const { signal } = new AbortController()
    await scopesOfToken(fetch, { signal })
    expect(fetch).toHaveBeenCalledWith('https://api.linode.com/v4/profile', { redirect: 'manual', signal })
  })
})
