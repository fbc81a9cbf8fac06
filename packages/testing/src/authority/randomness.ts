/** Where ids and secrets come from: real chance or a seed, and how long a secret is. */

/** Gives so many characters of lower-case hex, four bits of chance in each. */
export type RandomHex = (characters: number) => string

const BYTES_AT_ONCE = 4096
const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Real chance, drawn in blocks since each draw costs more than the bytes. */
export function realRandomness(): RandomHex {
  return fromBlocks(() => {
    let hex = ''
    for (const byte of crypto.getRandomValues(new Uint8Array(BYTES_AT_ONCE))) hex += pairs[byte]
    return hex
  })
}

/**
 * The same characters for the same seed, on every machine: good for a snapshot, no secret to anyone.
 *
 * @param sha256Hex - the SHA-256 of a text, in hex
 */
export function seededRandomness(seed: string | number, sha256Hex: (text: string) => string): RandomHex {
  let block = 0
  return fromBlocks(() => {
    block += 1
    return sha256Hex(`${seed}#${block}`)
  })
}

/** Cuts what is asked from blocks, and drops nothing between two of them. */
function fromBlocks(nextBlock: () => string): RandomHex {
  let rest = ''
  return (characters) => {
    while (rest.length < characters) rest += nextBlock()
    const taken = rest.slice(0, characters)
    rest = rest.slice(characters)
    return taken
  }
}

/** Makes an id or a secret of a provider's length. */
export type MakeSecret = (characters: number) => string

const BITS_PER_CHARACTER = 4
const STRONG = 160 / BITS_PER_CHARACTER

/**
 * Secrets as long as the provider's and, unless short ones are wanted, of 160 bits
 * at least (RFC 6749 §10.10).
 */
export function secretMaker(random: RandomHex, short: boolean): MakeSecret {
  return (characters) => random(short ? characters : Math.max(characters, STRONG))
}
