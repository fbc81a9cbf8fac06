// What the API's headers and refusals are called is the spec's to say. Here it says something else.
import { expect, test, vi } from 'vitest'
import { auditingFetch, InsufficientScopeError, scopesOfToken } from './index.js'

vi.mock('../generated/api.js', () => ({
  apiBasePath: '/v9',
  scopeHeaders: { granted: 'X-Has', accepted: 'X-Needs' },
  refusals: {
    insufficientScope: { status: 403, reason: 'Too little' },
    invalidToken: { status: 401, reason: 'Bad token' },
  },
  reasonPlace: ['problem', 1, 'why'],
}))

function answer(status: number, headers: Record<string, string>, why: string): Response {
  return new Response(JSON.stringify({ problem: [{}, { why }] }), { status, headers })
}

async function called(response: Response): Promise<unknown> {
  const api = auditingFetch(async () => response, { asked: [] })
  return api('https://api.example/').catch((error: unknown) => error)
}

test('headers, status, reason and its place are those of the spec', async () => {
  const headers = { 'x-has': 'domains:read_only', 'x-needs': 'linodes:read_only' }
  const error = await called(answer(403, headers, 'whatever'))
  expect(error).toMatchObject({ needed: ['linodes:read_only'], missing: ['linodes:read_only'] })
  expect(await called(answer(403, {}, 'Too little'))).toBeInstanceOf(InsufficientScopeError)
  expect(await called(answer(403, headers, 'Bad token'))).toBeInstanceOf(Response)
  expect(await called(answer(401, headers, 'Too little'))).toBeInstanceOf(Response)
})

test('a token is asked about where the API begins', async () => {
  const urls: string[] = []
  await scopesOfToken(async (input) => {
    urls.push(String(input))
    return answer(200, {}, '')
  })
  expect(urls).toEqual(['https://api.linode.com/v9/profile'])
})
