/** What requests go by. */
import type { Clock } from './clock.js'

/** A client's options, checked, with nothing left open. */
export interface Settings {
  readonly clientId: string
  readonly clientSecret: string | undefined
  readonly redirectUri: string | undefined
  readonly baseUrl: string
  readonly issuer: string | undefined
  readonly timeout: number
  readonly headers: Readonly<Record<string, string>>
  readonly fetch: typeof fetch
  readonly notSent: (error: unknown) => boolean
  readonly clock: Pick<Clock, 'now'>
  readonly random: (bytes: number) => Uint8Array
}
