/** What a token has and what the API tells of scopes: the examples held against what core makes of them. */
import {
  bearerFetch,
  InsufficientScopeError,
  LinodeLoginClient,
  MemoryPendingLogins,
  OAuthToken,
} from '@linode-login/core'
import {
  auditingFetch,
  readScopeHeaders,
  ScopeAudit,
  type ScopeReport,
  scopesOfToken,
} from '@linode-login/core/audit'
import { expect } from 'vitest'
import type { Proofs } from './published.fixture.js'

const url = 'https://api.linode.com/v4/linode/instances'

type Scopes = readonly string[]

interface ApiAnswer {
  readonly status?: number
  readonly granted_header?: string
  readonly accepted_header?: string
  readonly body?: string
  readonly scopes?: Scopes
  readonly needed?: Scopes
  readonly refused?: Readonly<Record<'needed' | 'missing' | 'granted', Scopes>>
  readonly error?: string
}

interface Audit {
  readonly asked: Scopes
  readonly answers: readonly { readonly operation: string; readonly accepted_header?: string }[]
  readonly report: ScopeReport
}

interface StepUp {
  readonly token: Scopes
  readonly ungranted?: Scopes
  readonly granted?: Scopes
  readonly missing: Scopes
  readonly asked?: string
  readonly error?: string
}

/** By core. */
export const proofsOfApiAnswers: Proofs = {
  api_answers: async (example: ApiAnswer) => {
    expect(readScopeHeaders(answerOf(example).headers)).toEqual({
      granted: example.scopes,
      needed: example.needed,
    })
    await becomesOfTheCall(example)
    await tellsWhatTheTokenHas(example)
  },

  audits: ({ asked, answers, report }: Audit) => {
    const audit = new ScopeAudit(asked)
    for (const { operation, accepted_header } of answers) {
      const headers = new Headers(
        accepted_header === undefined ? {} : { 'X-Accepted-OAuth-Scopes': accepted_header },
      )
      audit.add(readScopeHeaders(headers), operation)
    }
    expect(audit.report()).toEqual(report)
  },

  step_ups: async ({ token: scopes, ungranted, granted, missing, asked, error }: StepUp) => {
    const redirectUri = 'https://app.example/callback'
    const client = new LinodeLoginClient({ clientId: '0123456789abcdef0123', redirectUri })
    const token = new OAuthToken({ accessToken: 'a1b2', scopes, ungrantedScopes: ungranted })
    const refusal = new InsufficientScopeError(missing, missing, 'call-api', granted)
    const begun = refusal.stepUp(client, token, { pending: new MemoryPendingLogins() })
    if (error === undefined) expect(new URL((await begun).url).searchParams.get('scope')).toBe(asked)
    else await expect(begun).rejects.toMatchObject({ name: 'ScopeError', code: error })
  },
}

/** What a token says that is asked to have what a call needs, which `covers` proves besides. */
export function tokenCovers({
  granted,
  needed,
  missing,
}: Readonly<Record<'granted' | 'needed' | 'missing', Scopes>>): void {
  const token = new OAuthToken({ accessToken: 'a1b2', scopes: granted })
  const required = () => Reflect.apply(token.require, token, needed)
  if (missing.length === 0) expect(required()).toBe(token)
  else expect(required).toThrow(expect.objectContaining({ name: 'InsufficientScopeError', missing }))
}

async function becomesOfTheCall({ status = 200, refused, ...example }: ApiAnswer): Promise<void> {
  const api = auditingFetch(async () => answerOf({ status, ...example }), { asked: [] })
  const answer = api(url)
  if (refused === undefined) expect((await answer).status).toBe(status)
  else {
    const error = { name: 'InsufficientScopeError', code: 'insufficient_scope' }
    await expect(answer).rejects.toMatchObject({ ...refused, ...error })
  }
}

async function tellsWhatTheTokenHas(example: ApiAnswer): Promise<void> {
  const token = new OAuthToken({ accessToken: 'a1b2', scopes: [] })
  const told = scopesOfToken(bearerFetch(token, async () => answerOf(example)))
  if (example.error === undefined) expect(await told).toEqual(example.scopes)
  else await expect(told).rejects.toMatchObject({ name: 'ServerError', code: example.error })
}

function answerOf({ status = 200, granted_header, accepted_header, body = '{}' }: ApiAnswer): Response {
  const headers = new Headers()
  if (granted_header !== undefined) headers.set('X-OAuth-Scopes', granted_header)
  if (accepted_header !== undefined) headers.set('X-Accepted-OAuth-Scopes', accepted_header)
  return new Response(body, { status, headers })
}
