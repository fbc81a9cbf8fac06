// What a token has and what the API tells of scopes: the examples in spec/vectors held against what core makes of them.
import {
  bearerFetch,
  InsufficientScopeError,
  LinodeLoginClient,
  MemoryPendingLogins,
  OAuthToken,
} from '@linode-login/core'
import { auditingFetch, readScopeHeaders, ScopeAudit, scopesOfToken } from '@linode-login/core/audit'
import { describe, expect, test } from 'vitest'
import { readVectors, type Vectors } from './vectors.js'

const { api_answers, audits, covers, step_ups } = readVectors()
const url = 'https://api.linode.com/v4/linode/instances'

type ApiAnswer = Vectors['api_answers'][number]

function answerOf({ status = 200, granted_header, accepted_header, body = '{}' }: ApiAnswer): Response {
  const headers = new Headers()
  if (granted_header !== undefined) headers.set('X-OAuth-Scopes', granted_header)
  if (accepted_header !== undefined) headers.set('X-Accepted-OAuth-Scopes', accepted_header)
  return new Response(body, { status, headers })
}

describe.each(api_answers)('an answer of the API: $name', (example) => {
  const { status = 200, scopes, needed, refused, error } = example

  test('what its headers say', () => {
    expect(readScopeHeaders(answerOf(example).headers)).toEqual({ granted: scopes, needed })
  })

  test('what becomes of the call', async () => {
    const api = auditingFetch(async () => answerOf(example), { asked: [] })
    const answer = api(url)
    if (refused === undefined) expect((await answer).status).toBe(status)
    else
      await expect(answer).rejects.toMatchObject({
        ...refused,
        name: 'InsufficientScopeError',
        code: 'insufficient_scope',
      })
  })

  test('what the token has', async () => {
    const token = new OAuthToken({ accessToken: 'a1b2', scopes: [] })
    const told = scopesOfToken(bearerFetch(token, async () => answerOf(example)))
    if (error === undefined) expect(await told).toEqual(scopes)
    else await expect(told).rejects.toMatchObject({ name: 'ServerError', code: error })
  })
})

test.each(covers)('what a token that is asked to have it does: $name', ({ granted, needed, missing }) => {
  const token = new OAuthToken({ accessToken: 'a1b2', scopes: granted })
  const required = () => Reflect.apply(token.require, token, needed)
  if (missing.length === 0) expect(required()).toBe(token)
  else expect(required).toThrow(expect.objectContaining({ name: 'InsufficientScopeError', missing }))
})

test.each(audits)('an audit: $name', ({ asked, answers, report }) => {
  const audit = new ScopeAudit(asked)
  for (const { operation, accepted_header } of answers) {
    const headers = new Headers(
      accepted_header === undefined ? {} : { 'X-Accepted-OAuth-Scopes': accepted_header },
    )
    audit.add(readScopeHeaders(headers), operation)
  }
  expect(audit.report()).toEqual(report)
})

test.each(step_ups)(
  'a step-up: $name',
  async ({ token: scopes, ungranted, granted, missing, asked, error }) => {
    const redirectUri = 'https://app.example/callback'
    const client = new LinodeLoginClient({ clientId: '0123456789abcdef0123', redirectUri })
    const token = new OAuthToken({ accessToken: 'a1b2', scopes, ungrantedScopes: ungranted })
    const refusal = new InsufficientScopeError(missing, missing, 'call-api', granted)
    const begun = refusal.stepUp(client, token, { pending: new MemoryPendingLogins() })
    if (error === undefined) expect(new URL((await begun).url).searchParams.get('scope')).toBe(asked)
    else await expect(begun).rejects.toMatchObject({ name: 'ScopeError', code: error })
  },
)
