import type { RefreshToken } from './grants.js'
import type { Switches } from './switches.js'

/** What comes of a refresh token that its client brings. */
export type RefreshRule =
  | { readonly answer: 'successor' | 'same' }
  | { readonly answer: 'refusal'; readonly why: string; readonly endsGrant: boolean }

const reused: RefreshRule = {
  answer: 'refusal',
  why: 'the refresh token was used before and replaced; using it again ends the grant',
  endsGrant: true,
}

/** By the switch and the token's state (RFC 6749 §6, RFC 9700 §4.14.2). */
export const refreshRules: Readonly<
  Record<Switches['rotation'], Record<RefreshToken['state'], RefreshRule>>
> = {
  strict: { live: { answer: 'successor' }, rotated: reused },
  none: { live: { answer: 'same' }, rotated: reused },
}
