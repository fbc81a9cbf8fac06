/**
 * What marks the refresh tokens of one grant: all begin alike, so that one that is no longer kept
 * is known for what it was.
 */
import type { MakeSecret } from '../randomness.js'

/** In characters of hex: 64 bits, so that no two grants share a mark. */
const LENGTH = 16

/** What all refresh tokens of the same grant begin with. */
export function markOf(refreshToken: string): string {
  return refreshToken.slice(0, LENGTH)
}

/** A token of the same grant, which has behind the mark the chance that any secret has. */
export function successorOf(refreshToken: string, characters: number, make: MakeSecret): string {
  return markOf(refreshToken) + make(Math.max(characters - LENGTH, LENGTH))
}
