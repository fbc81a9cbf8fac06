/** What a fake server is started with: the options, what each may be, and what comes of them. */
import { type Switches, type SwitchOptions, switchRules, withSwitches } from '../authority/switches.js'
import type { User } from '../authority/user.js'
import type { FakeClock } from '../fake-clock.js'
import { type ProfileName, profiles } from '../linode/profiles.js'
import { checkProvider } from '../provider/check-provider.js'
import type { Lifetimes, Provider } from '../provider/provider.js'
import type { TlsOptions } from '../transport/node-server.js'
import { checkOptions } from './check-options.js'
import {
  aText,
  number,
  oneOfWords,
  plainObject,
  type Rule,
  type Rules,
  withMethods,
  yesOrNo,
} from './option-rules.js'

/** What a fake server is started with. All of it may be left out. */
export interface FakeLoginOptions extends SwitchOptions {
  /** The port of the login server on 127.0.0.1; any free one if left out. */
  readonly port?: number | undefined
  /** The port of the API, which is another origin; any free one if left out. */
  readonly apiPort?: number | undefined
  /** Serves https with this certificate for 127.0.0.1, key and certificate in PEM. */
  readonly tls?: TlsOptions | undefined
  /**
   * `false`: no socket is opened, and only `login.fetch` reaches the server, at `https://login.linode.test`.
   */
  readonly listen?: boolean | undefined
  /**
   * Whether the process stays alive for the server's sake. By default a test that
   * forgets `stop()` still ends.
   */
  readonly holdProcess?: boolean | undefined
  /** Whether the user agrees at once (the default) or is asked on a page. */
  readonly consent?: 'at-once' | 'page' | undefined
  /** Where the switches start from; `strict` by default. */
  readonly profile?: ProfileName | undefined
  /** Who signs in. */
  readonly user?: User | undefined
  /**
   * How long codes (600) and access tokens (7200) live, refresh tokens if they are to expire, and the grace
   * of a replaced one (60), in seconds.
   */
  readonly lifetimes?: { readonly [Name in keyof Lifetimes]?: number | undefined } | undefined
  /** Makes every id and secret the same in each run. They are no secrets then. */
  readonly seed?: string | number | undefined
  /** A clock that is shared with other servers; one of its own by default. */
  readonly clock?: FakeClock | undefined
  /** Which login service is played; Linode's by default. */
  readonly provider?: Provider | undefined
}

const port = number(
  'a port from 0 (any free one) to 65535',
  (value) => Number.isInteger(value) && value >= 0 && value < 65536,
)
const seconds = number('a number of seconds, 0 or more', (value) => Number.isFinite(value) && value >= 0)

const pem: Rule = {
  expected: 'a text or a Buffer in PEM',
  accepts: (value) => typeof value === 'string' || value instanceof Uint8Array,
}

const seed: Rule = {
  expected: 'a text or a number',
  accepts: (value) => typeof value === 'string' || typeof value === 'number',
}

const rules: Rules<FakeLoginOptions> = {
  ...switchRules,
  port,
  apiPort: port,
  tls: plainObject('{ key, cert } in PEM'),
  listen: yesOrNo,
  holdProcess: yesOrNo,
  consent: oneOfWords('at-once', 'page'),
  profile: oneOfWords(...Object.keys(profiles)),
  user: plainObject('{ username, email }'),
  lifetimes: plainObject('{ code, accessToken, refreshToken, grace } in seconds'),
  seed,
  clock: withMethods('a FakeClock', 'now', 'monotonic', 'sleep', 'advance'),
  provider: plainObject('a provider such as linode'),
}

const tlsRules: Rules<TlsOptions> = { key: pem, cert: pem }
const userRules: Rules<User> = { username: aText, email: aText }
const lifetimeRules: Rules<Lifetimes> = {
  code: seconds,
  accessToken: seconds,
  refreshToken: seconds,
  grace: seconds,
}

/**
 * Refuses options that there aren't and values that can't be used.
 *
 * @throws UsageError that names the option, what it can be, and the nearest right word.
 */
export function checkFakeLoginOptions(options: FakeLoginOptions): void {
  const where = 'FakeLogin.start'
  checkOptions(where, options, rules)
  const { tls, user, lifetimes, provider } = options
  if (tls !== undefined) checkOptions(`${where}: tls`, tls, tlsRules, ['key', 'cert'])
  if (user !== undefined) checkOptions(`${where}: user`, user, userRules, ['username', 'email'])
  if (lifetimes !== undefined) checkOptions(`${where}: lifetimes`, lifetimes, lifetimeRules)
  if (provider !== undefined) checkProvider(where, provider)
}

/** The switches of the profile, but for those that are set. */
export function switchesOf(options: FakeLoginOptions): Switches {
  return withSwitches(profiles[options.profile ?? 'strict'], options)
}

/** The provider, with the lifetimes that are set. */
export function withLifetimes(provider: Provider, set: FakeLoginOptions['lifetimes'] = {}): Provider {
  const { lifetimes } = provider
  return {
    ...provider,
    lifetimes: {
      code: set.code ?? lifetimes.code,
      accessToken: set.accessToken ?? lifetimes.accessToken,
      refreshToken: set.refreshToken ?? lifetimes.refreshToken,
      grace: set.grace ?? lifetimes.grace,
    },
  }
}
