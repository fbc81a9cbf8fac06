/** Clients whose `fetch`, clock and secrets are a test's own. */

import { MemoryPendingLogins } from '../login/pending-logins.js'
import type { Clock } from '../transport/clock.js'
import { LinodeLoginClient } from './client.js'
import type { ClientOptions, Runtime } from './client-options.js'

export const clientSecret = '5ec12e7'.repeat(9)
export const accessToken = 'acce55'.repeat(11)
export const refreshToken = '4ef4e54'.repeat(9)
export const secrets: readonly string[] = [clientSecret, accessToken, refreshToken]

/** A request as `fetch` was given it. */
export interface Sent {
  readonly url: string
  readonly init: RequestInit
  readonly headers: Headers
  readonly form: URLSearchParams
}

/** One answer for each request, made when it is asked for; the last one stays. */
export type Answering = (sent: Sent) => Response | Promise<Response>

/** A `fetch` that answers as told and keeps what it was sent. */
export function fetchAnswering(...answers: readonly Answering[]): { fetch: typeof fetch; sent: Sent[] } {
  const sent: Sent[] = []
  return {
    sent,
    fetch: async (input, init = {}) => {
      const body = typeof init.body === 'string' ? init.body : ''
      const request = {
        url: String(input),
        init,
        headers: new Headers(init.headers),
        form: new URLSearchParams(body),
      }
      const answer = answers[Math.min(sent.length, answers.length - 1)]
      sent.push(request)
      if (answer === undefined) throw new Error('no answer was prepared')
      return answer(request)
    },
  }
}

export function json(body: unknown, init: ResponseInit = {}): Answering {
  return text(JSON.stringify(body), 'application/json', init)
}

export function text(body: BodyInit | null, type: string, init: ResponseInit = {}): Answering {
  return () => new Response(body, { ...init, headers: { 'content-type': type, ...init.headers } })
}

/** A token answer as Linode gives it. */
export const tokenAnswer = {
  access_token: accessToken,
  token_type: 'bearer',
  expires_in: 7200,
  refresh_token: refreshToken,
  scope: 'linodes:read_only',
  scopes: 'linodes:read_only',
}

/** A clock that stands still until it is moved. */
export function stoppedClock(now = 1_800_000_000_000): Clock & { advance(ms: number): void } {
  let passed = 0
  return {
    now: () => now + passed,
    monotonic: () => passed,
    sleep: async () => {},
    advance: (ms) => {
      passed += ms
    },
  }
}

/** A confidential client whose requests get the given answers. */
export function clientAnswered(
  answers: readonly Answering[],
  options: Partial<ClientOptions> = {},
  runtime: Partial<Runtime> = {},
): { client: LinodeLoginClient; sent: Sent[] } {
  const { fetch, sent } = fetchAnswering(...answers)
  const client = new LinodeLoginClient(
    { clientId: 'c11e47', clientSecret, fetch, clock: stoppedClock(), ...options },
    runtime,
  )
  return { client, sent }
}

/** A public client whose requests get the given answers. */
export function publicClientAnswered(...answers: readonly Answering[]): {
  client: LinodeLoginClient
  sent: Sent[]
} {
  return clientAnswered(answers, { clientSecret: undefined })
}

export const redirectUri = 'https://app.example/callback'
export const code: string = 'c0de51'.repeat(3)

/** The URL at which a user comes back with parameters. */
export function callback(parameters: Record<string, string>): string {
  return `${redirectUri}?${new URLSearchParams(parameters)}`
}

/**
 * A client that is answered with a token, what it sent, and what holds its logins, on a clock of their own.
 */
export function freshClient(): {
  clock: ReturnType<typeof stoppedClock>
  pending: MemoryPendingLogins
  client: LinodeLoginClient
  sent: Sent[]
} {
  const clock = stoppedClock()
  const pending = new MemoryPendingLogins({ clock })
  return { clock, pending, ...clientAnswered([json(tokenAnswer)], { clock, redirectUri }) }
}
