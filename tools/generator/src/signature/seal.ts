/**
 * The mark of a generated file ends with a hash of all that the file holds besides. So any clone knows, without
 * a memory, a file that somebody edited from one that is only out of date: this one is still as it was sealed.
 */
import { hashOf } from './hash-of.js'
import { CONFLICT, UNSEALED } from './mark.js'

/** A marked text with its seal. */
export function sealed(text: string): string {
  return text.replace(UNSEALED, sealOf(text))
}

/**
 * Whether somebody edited a marked text. The line ends of another system are no edit. Nor is what git could not
 * merge: the generator made both sides, and makes the third.
 */
export function isEdited(text: string): boolean {
  const written = text.replaceAll('\r\n', '\n')
  const [seal = ''] = /\bseal [0-9a-f]{16}\b/.exec(written) ?? []
  return seal !== sealOf(written.replace(seal, UNSEALED)) && !CONFLICT.test(text)
}

function sealOf(unsealed: string): string {
  return `seal ${hashOf([unsealed]).slice(0, 16)}`
}
