/** How the fake login server and API are put together: one authority, two handlers, and what carries them. */
import { createHash } from 'node:crypto'
import { type ApiAnswers, createApiHandler } from './api/api-handler.js'
import { type Authority, createAuthority } from './authority/authority.js'
import { realRandomness, seededRandomness } from './authority/randomness.js'
import type { User } from './authority/user.js'
import type { ScriptedName } from './call.js'
import { FakeClock } from './fake-clock.js'
import {
  checkFakeLoginOptions,
  type FakeLoginOptions,
  switchesOf,
  withLifetimes,
} from './fake-login-options.js'
import { linode } from './generated/provider.js'
import { Consents } from './handler/consents.js'
import { createLoginHandler } from './handler/login-handler.js'
import type { Provider } from './provider.js'
import { RequestLog } from './requests.js'
import { createResponder } from './responder.js'
import { Scripts } from './script.js'
import { openServers, type ServerAddresses } from './server-addresses.js'
import { createFetch } from './transport/fetch.js'

/** What the fake API answers where an app that signs users in looks first: who is this? */
const answers: ApiAnswers = {
  'GET /profile': (user) => ({ username: user?.username, email: user?.email }),
}

const testUser: User = { username: 'test-user', email: 'test-user@example.com' }

/** What a running fake is made of. */
export interface Parts {
  readonly authority: Authority
  readonly clock: FakeClock
  readonly user: User
  readonly requests: RequestLog
  readonly scripts: Scripts
  readonly addresses: ServerAddresses
  readonly fetch: typeof fetch
  readonly stop: () => Promise<void>
}

/** Checks the options, puts a fake together by them, and opens it. */
export async function assemble(options: FakeLoginOptions): Promise<Parts> {
  checkFakeLoginOptions(options)
  const provider = withLifetimes(options.provider ?? linode, options.lifetimes)
  const { clock = new FakeClock(), user = testUser, seed, consent = 'at-once' } = options
  const random = seed === undefined ? realRandomness() : seededRandomness(seed, sha256Hex)
  const switches = switchesOf(options)
  const { implicit, iss } = switches
  const authority = createAuthority(provider, { clock, challengeOf, random, switches })
  const consents = new Consents(clock, random)
  const records = recordsOf(provider)
  const around = { ...records, clock }
  const context = { provider, authority, user, consent, consents, implicit }
  const api = createApiHandler(provider, authority, options.provider === undefined ? answers : {})
  const addresses = await openServers(
    (url) => createResponder(createLoginHandler({ ...context, issuer: issuerOf(iss, url) }), around),
    () => createResponder(api, around),
    provider.name.toLowerCase(),
    options,
  )
  return { authority, clock, user, ...records, addresses, ...carriersOf(addresses, records.requests) }
}

function recordsOf(provider: Provider): Pick<Parts, 'requests' | 'scripts'> {
  const kinds: readonly ScriptedName[] = [...provider.endpoints.map(({ name }) => name), 'api']
  return {
    requests: new RequestLog(provider, [...kinds, 'other']),
    scripts: new Scripts(kinds),
  }
}

/** The way in without a socket, and the end of every way in. */
function carriersOf(addresses: ServerAddresses, requests: RequestLog): Pick<Parts, 'fetch' | 'stop'> {
  const open = new Map(addresses.responders)
  return {
    fetch: createFetch(open),
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
