/** The body of a request as it comes, piece by piece, and no more of it than a mebibyte. */

const LIMIT = 1024 * 1024

/** Holds the pieces of a body; of one that is too large, none. */
export class BodyPieces {
  #pieces: Uint8Array[] = []
  #length = 0

  /** Whether more than a mebibyte came. */
  get tooLarge(): boolean {
    return this.#length > LIMIT
  }

  /** How many bytes are held. */
  get held(): number {
    return this.#pieces.reduce((sum, { length }) => sum + length, 0)
  }

  add(piece: Uint8Array): void {
    this.#length += piece.length
    if (this.tooLarge) this.#pieces = []
    else this.#pieces.push(piece)
  }

  /** All of it as text, or nothing if it is too large. */
  text(): string | undefined {
    return this.tooLarge ? undefined : Buffer.concat(this.#pieces).toString('utf8')
  }
}
