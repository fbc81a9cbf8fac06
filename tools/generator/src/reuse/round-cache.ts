/** What was made of values, until a round in which they were not asked for. */
export class RoundCache<V, R> {
  readonly #keyOf: (value: V) => string
  #last: ReadonlyMap<string, R> = new Map()
  #now = new Map<string, R>()

  constructor(keyOf: (value: V) => string) {
    this.#keyOf = keyOf
  }

  get(value: V, make: (value: V) => R): R {
    const key = this.#keyOf(value)
    const made = this.#now.get(key) ?? this.#last.get(key) ?? make(value)
    this.#now.set(key, made)
    return made
  }

  forgetOthers(): void {
    this.#last = this.#now
    this.#now = new Map()
  }
}
