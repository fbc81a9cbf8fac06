/** The demo in a terminal. */
import { styleText } from 'node:util'
import type { Exchange, Narrator } from './narrator.js'

/** Writes the steps of the demo as they happen and remembers whether each check held. */
export class TerminalNarrator implements Narrator {
  readonly #out: NodeJS.WriteStream
  readonly #started = performance.now()
  #step = 0
  #held = 0
  #failed = 0

  constructor(out: NodeJS.WriteStream) {
    this.#out = out
  }

  step(title: string): void {
    this.#step += 1
    this.#line(`\n${this.#paint('bold', `${this.#step}. ${title}`)}`)
  }

  say(text: string): void {
    this.#line(`   ${text}`)
  }

  exchange({ request, sent, answer }: Exchange): void {
    this.#line(`   ${this.#paint('cyan', '→')} ${request}`)
    if (sent) this.#line(`     ${this.#paint('dim', sent)}`)
    this.#line(`   ${this.#paint('cyan', '←')} ${answer}`)
  }

  check(claim: string, holds: boolean): void {
    if (holds) this.#held += 1
    else this.#failed += 1
    this.#line(holds ? `   ${this.#paint('green', '✓')} ${claim}` : `   ${this.#paint('red', `✗ ${claim}`)}`)
  }

  /** Says how it went; answers whether every check held. */
  finish(): boolean {
    const took = Math.round(performance.now() - this.#started)
    const outcome = this.#failed === 0 ? 'Every step was what it should be' : `${this.#failed} checks failed`
    this.#line(`\n${this.#paint('bold', outcome)}: ${this.#held} checks held, in ${took} ms.`)
    return this.#failed === 0 && this.#held > 0
  }

  #line(text: string): void {
    this.#out.write(`${text}\n`)
  }

  #paint(style: 'bold' | 'cyan' | 'dim' | 'green' | 'red', text: string): string {
    return this.#out.isTTY ? styleText(style, text) : text
  }
}
