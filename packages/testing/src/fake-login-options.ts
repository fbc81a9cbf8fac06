import type { Switches } from './authority/switches.js'
import type { User } from './authority/user.js'
import type { FakeClock } from './fake-clock.js'
import { type ProfileName, profiles } from './profiles.js'
import type { Lifetimes, Provider } from './provider.js'
import type { TlsOptions } from './transport/node-server.js'

/** Any of the switches, each in place of the profile's. */
export type SwitchOptions = { readonly [Name in keyof Switches]?: Switches[Name] | undefined }

/** What a fake server is started with. All of it may be left out. */
export interface FakeLoginOptions extends SwitchOptions {
  /** The port of the login server on 127.0.0.1; any free one if left out. */
  readonly port?: number | undefined
  /** The port of the API, which is another origin; any free one if left out. */
  readonly apiPort?: number | undefined
  /** Serves https with this certificate for 127.0.0.1, key and certificate in PEM. */
  readonly tls?: TlsOptions | undefined
  /** `false`: no socket is opened, and only `login.fetch` reaches the server, at `https://login.linode.test`. */
  readonly listen?: boolean | undefined
  /** Whether the process stays alive for the server's sake. By default a test that forgets `stop()` still ends. */
  readonly holdProcess?: boolean | undefined
  /** Whether the user agrees at once (the default) or is asked on a page. */
  readonly consent?: 'at-once' | 'page' | undefined
  /** Where the switches start from; `strict` by default. */
  readonly profile?: ProfileName | undefined
  /** Who signs in. */
  readonly user?: User | undefined
  /** How long codes (600) and access tokens (7200) live, in seconds. */
  readonly lifetimes?: { readonly [Name in keyof Lifetimes]?: number | undefined } | undefined
  /** Makes every id and secret the same in each run. They are no secrets then. */
  readonly seed?: string | number | undefined
  /** A clock that is shared with other servers; one of its own by default. */
  readonly clock?: FakeClock | undefined
  /** Which login service is played; Linode's by default. */
  readonly provider?: Provider | undefined
}

/** The switches of the profile, but for those that are set. */
export function switchesOf(options: FakeLoginOptions): Switches {
  const base = profiles[options.profile ?? 'strict']
  return {
    redirectMatch: options.redirectMatch ?? base.redirectMatch,
    requirePkce: options.requirePkce ?? base.requirePkce,
    rotation: options.rotation ?? base.rotation,
    implicit: options.implicit ?? base.implicit,
    exchangeRedirectUri: options.exchangeRedirectUri ?? base.exchangeRedirectUri,
    publicRefreshTokens: options.publicRefreshTokens ?? base.publicRefreshTokens,
    shortSecrets: options.shortSecrets ?? base.shortSecrets,
  }
}

/** The provider, with the lifetimes that are set. */
export function withLifetimes(provider: Provider, lifetimes: FakeLoginOptions['lifetimes']): Provider {
  const { code = provider.lifetimes.code, accessToken = provider.lifetimes.accessToken } = lifetimes ?? {}
  return { ...provider, lifetimes: { code, accessToken } }
}
