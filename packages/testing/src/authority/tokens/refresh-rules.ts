/** What comes of a refresh token that its client brings: the modes of rotation as one table. */
import type { Lifetimes } from '../../provider/provider.js'
import type { Switches } from '../switches.js'

/** What a refresh token can be when it is brought. */
export type RefreshTokenState =
  /** It was not replaced, or need not be. */
  | 'live'
  /** It was replaced a little while ago. */
  | 'in grace'
  /** It was replaced longer ago. */
  | 'replaced'
  /** The lifetime of its grant's first refresh token is over. */
  | 'expired'

/** What is answered. */
export type RefreshRule =
  /**
   * - `successor`: the token that replaces it, made when it is first asked for
   * - `another successor`: a new one beside the first
   * - `same`: it stays as it is
   */
  | { readonly answer: 'successor' | 'another successor' | 'same' }
  | { readonly answer: 'refusal'; readonly why: string; readonly endsGrant: boolean }

const reused: RefreshRule = {
  answer: 'refusal',
  why: 'the refresh token was used before and replaced; using it again ends the grant',
  endsGrant: true,
}

const expired: RefreshRule = { answer: 'refusal', why: 'the refresh token has expired', endsGrant: false }

const successor: RefreshRule = { answer: 'successor' }

/** By the switch and the token's state (RFC 6749 §6, RFC 9700 §4.14.2). */
export const refreshRules: Readonly<Record<Switches['rotation'], Record<RefreshTokenState, RefreshRule>>> = {
  strict: { live: successor, 'in grace': reused, replaced: reused, expired },
  none: { live: { answer: 'same' }, 'in grace': reused, replaced: reused, expired },
  grace: { live: successor, 'in grace': successor, replaced: reused, expired },
  'grace-forks': { live: successor, 'in grace': { answer: 'another successor' }, replaced: reused, expired },
}

const GRACE = 60

/** How long a replaced refresh token is in grace, in seconds: not at all where it would help nothing. */
export function graceOf(rotation: Switches['rotation'], { grace = GRACE }: Lifetimes): number {
  const rules = refreshRules[rotation]
  return rules['in grace'] === rules.replaced ? 0 : grace
}
