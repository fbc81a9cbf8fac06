/** What ends a command before it can answer. */

/**
 * What was wrong with the words or with what they name.
 *
 * - `usage`: words that mean nothing here
 * - `unreadable`: a file that can't be read
 * - `too_large`: a log of more than 256 MiB
 * - `not_json`: a log that isn't JSON in UTF-8
 * - `not_har`: JSON that isn't a HAR
 * - `too_many_ways`: calls that accept alternatives, in more ways together than are followed
 */
export type RefusalCode = 'usage' | 'unreadable' | 'too_large' | 'not_json' | 'not_har' | 'too_many_ways'

/** Exit code 2: nothing was found out. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode

  /** @param message - for people: what was wrong and what to do, nothing that a file holds */
  constructor(code: RefusalCode, message: string) {
    super(message)
    this.code = code
  }
}
