/** Where things with an end are kept: once there are many, those that are over go. */

/** Up to so many stay whatever their age, so that who brings an old one in a test still learns why it is refused. */
const FEW = 1000

/**
 * Values by key. What is over is swept out whenever there are twice as many as the last sweep left, so that an insertion
 * costs the same however many there are, and the live ones are at least half of the many.
 */
export class Kept<Value> {
  readonly #values = new Map<string, Value>()
  readonly #isOver: (value: Value) => boolean
  #sweepAt = FEW

  /** @param isOver Whether a value can be forgotten. */
  constructor(isOver: (value: Value) => boolean) {
    this.#isOver = isOver
  }

  get size(): number {
    return this.#values.size
  }

  get(key: string): Value | undefined {
    return this.#values.get(key)
  }

  set(key: string, value: Value): void {
    if (this.#values.size >= this.#sweepAt) this.#sweep()
    this.#values.set(key, value)
  }

  delete(key: string): void {
    this.#values.delete(key)
  }

  #sweep(): void {
    for (const [key, value] of this.#values) if (this.#isOver(value)) this.#values.delete(key)
    this.#sweepAt = Math.max(FEW, 2 * this.#values.size)
  }
}
