/** Something that happened and waits to be seen. */
export class Signal {
  #up = false
  #wake: () => void = () => {}

  raise(): void {
    this.#up = true
    this.#wake()
  }

  lower(): void {
    this.#up = false
  }

  /** Waits until it is up. */
  async raised(): Promise<void> {
    while (!this.#up) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }

  /** Waits until it is up, but no longer than so many milliseconds, and says whether it is. */
  async raisedWithin(milliseconds: number): Promise<boolean> {
    if (this.#up) return true
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    return this.#up
  }
}
