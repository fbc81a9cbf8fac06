// What an API calls its headers and refusals is handed in. Here it says something else than Linode's.
import { expect, test } from 'vitest'
import { InsufficientScopeError } from '../audit.js'
import type { ApiWords } from './api-words.js'
import { auditing } from './auditing-fetch.js'
import { askedOf } from './scopes-of-token.js'

const otherApi: ApiWords = {
  basePath: '/v9',
  headers: { granted: 'X-Has', accepted: 'X-Needs' },
  refusals: {
    insufficientScope: { status: 403, reason: 'Too little' },
    invalidToken: { status: 401, reason: 'Bad token' },
  },
  reasonPlace: ['problem', 1, 'why'],
}

function answer(status: number, headers: Record<string, string>, why: string): Response {
  return new Response(JSON.stringify({ problem: [{}, { why }] }), { status, headers })
}

async function called(response: Response): Promise<unknown> {
  const api = auditing(otherApi, async () => response, { asked: [], apiUrl: 'https://api.example' })
  return api('https://api.example/').catch((error: unknown) => error)
}

test('headers, status, reason and its place are those that are handed in', async () => {
  const headers = { 'x-has': 'domains:read_only', 'x-needs': 'linodes:read_only' }
  const error = await called(answer(403, headers, 'whatever'))
  expect(error).toMatchObject({ needed: ['linodes:read_only'], missing: ['linodes:read_only'] })
  expect(await called(answer(403, {}, 'Too little'))).toBeInstanceOf(InsufficientScopeError)
  expect(await called(answer(403, headers, 'Bad token'))).toBeInstanceOf(Response)
  expect(await called(answer(401, headers, 'Too little'))).toBeInstanceOf(Response)
})

test('a token is asked about where the API begins', async () => {
  const urls: string[] = []
  await askedOf(otherApi, async (input) => {
    urls.push(String(input))
    return answer(200, {}, '')
  })
  expect(urls).toEqual(['https://api.linode.com/v9/profile'])
})
