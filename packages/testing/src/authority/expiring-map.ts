/** Where things with an end are kept: once there are many, those that are over go. */

/**
 * Up to so many stay whatever their age, so that who brings an old one in a test still
 * learns why it is refused.
 */
const FEW = 1000

/**
 * Values by key. What is over is swept out whenever there are twice as many as the last sweep left, so that
 * an insertion costs the same however many there are, and the live ones are at least half of the many. A
 * sweep also leaves no more than the bound, if there is one: the newest.
 */
export class ExpiringMap<Value> {
  readonly #values = new Map<string, Value>()
  readonly #isOver: (value: Value) => boolean
  readonly #most: number
  #sweepAt = FEW

  /**
   * @param isOver - whether a value can be forgotten
   * @param most - how many of the newest are kept at least; never more than twice as many
   */
  constructor(isOver: (value: Value) => boolean, most: number = Number.POSITIVE_INFINITY) {
    this.#isOver = isOver
    this.#most = most
  }

  get size(): number {
    return this.#values.size
  }

  get(key: string): Value | undefined {
    return this.#values.get(key)
  }

  /** Sets a value, as the newest. */
  set(key: string, value: Value): void {
    if (this.#values.size >= this.#sweepAt) this.#sweep()
    this.#values.delete(key)
    this.#values.set(key, value)
  }

  delete(key: string): void {
    this.#values.delete(key)
  }

  #sweep(): void {
    for (const [key, value] of this.#values) if (this.#isOver(value)) this.#values.delete(key)
    let tooMany = this.#values.size - this.#most
    for (const key of this.#values.keys()) {
      if (tooMany <= 0) break
      this.#values.delete(key)
      tooMany -= 1
    }
    this.#sweepAt = Math.max(FEW, 2 * this.#values.size)
  }
}
