/** How the fake login server and API are put together: one authority, two handlers, and what carries them. */
import { createHash } from 'node:crypto'
import { createApiHandler } from './api/api-handler.js'
import { StandingAnswers } from './api/standing-answers.js'
import { type Authority, createAuthority } from './authority/authority.js'
import { realRandomness, seededRandomness } from './authority/randomness.js'
import type { User } from './authority/user.js'
import type { ScriptedName } from './call/call.js'
import type { Decision } from './call/decision.js'
import { FakeClock } from './fake-clock.js'
import { linode } from './generated/provider.js'
import { linodeApiAnswers } from './linode/api-answers.js'
import { Consents } from './login/consent/consents.js'
import { createLoginHandler } from './login/login-handler.js'
import {
  checkFakeLoginOptions,
  type FakeLoginOptions,
  switchesOf,
  withLifetimes,
} from './options/fake-login-options.js'
import type { Provider } from './provider/provider.js'
import { RequestLog } from './record/request-log.js'
import { Scripts } from './script/script.js'
import { createFetch } from './transport/fetch.js'
import { createResponder } from './transport/responder.js'
import { openServers, type ServerAddresses } from './transport/server-addresses.js'

const testUser: User = { username: 'test-user', email: 'test-user@example.com' }

/** What a running fake is made of. */
export interface Parts {
  readonly authority: Authority
  readonly clock: FakeClock
  readonly user: User
  readonly requests: RequestLog
  readonly scripts: Scripts
  readonly answers: StandingAnswers
  readonly addresses: ServerAddresses
  readonly fetch: typeof fetch
  /** The `fetch` of a browser whose user has decided. */
  readonly fetchOf: (decision: Decision) => typeof fetch
  readonly stop: () => Promise<void>
}

/** Checks the options, puts a fake together by them, and opens it. */
export async function assemble(options: FakeLoginOptions): Promise<Parts> {
  checkFakeLoginOptions(options)
  const {
    provider: played = linode,
    clock = new FakeClock(),
    user = testUser,
    seed,
    consent = 'at-once',
  } = options
  const provider = withLifetimes(played, options.lifetimes)
  const random = seed === undefined ? realRandomness() : seededRandomness(seed, sha256Hex)
  const switches = switchesOf(options)
  const { implicit, implicitReturn, iss } = switches
  const authority = createAuthority(provider, { clock, challengeOf, random, switches })
  const consents = new Consents(clock, random)
  const records = recordsOf(provider)
  const around = { ...records, clock }
  const context = { provider, authority, user, consent, consents, implicit, implicitReturn }
  const answers = new StandingAnswers(provider.api.operations, played === linode ? linodeApiAnswers : {})
  const api = createApiHandler(provider, authority, answers)
  const addresses = await openServers(
    (url) => createResponder(createLoginHandler({ ...context, issuer: issuerOf(iss, url) }), around),
    () => createResponder(api, around),
    provider.name.toLowerCase(),
    options,
  )
  return {
    authority,
    clock,
    user,
    ...records,
    answers,
    addresses,
    ...carriersOf(addresses, records.requests),
  }
}

function recordsOf(provider: Provider): Pick<Parts, 'requests' | 'scripts'> {
  const kinds: readonly ScriptedName[] = [...provider.endpoints.map(({ name }) => name), 'api']
  return {
    requests: new RequestLog(provider, [...kinds, 'preflight', 'other']),
    scripts: new Scripts(kinds),
  }
}

/** The way in without a socket, and the end of every way in. */
function carriersOf(
  addresses: ServerAddresses,
  requests: RequestLog,
): Pick<Parts, 'fetch' | 'fetchOf' | 'stop'> {
  const open = new Map(addresses.responders)
  return {
    fetch: createFetch(open),
    fetchOf: (decision) => createFetch(open, decision),
    stop: async () => {
      open.clear()
      requests.close()
      await addresses.close()
    },
  }
}

function issuerOf(iss: boolean | string, url: string): string | undefined {
  if (iss === true) return url
  return iss === false ? undefined : iss
}

function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url')
}

function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
