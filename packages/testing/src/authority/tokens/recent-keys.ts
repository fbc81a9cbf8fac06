/** The newest keys of one grant, so that a flood of them stays in bounds. */

const LIMIT = 1000

/**
 * The last thousand keys of a kind, at least. Older ones are forgotten, so that a
 * flood of them stays in bounds.
 */
export class RecentKeys {
  #keys: string[] = []

  add(key: string, forget: (key: string) => void): void {
    if (this.#keys.push(key) < 2 * LIMIT) return
    for (const old of this.#keys.slice(0, LIMIT)) forget(old)
    this.#keys = this.#keys.slice(LIMIT)
  }
}
