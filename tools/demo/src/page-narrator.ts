/// <reference lib="dom" />
/** The demo in a page. */
import type { Exchange, Narrator } from './narrator.js'

/** Writes the steps of the demo into a list, as they happen. */
export class PageNarrator implements Narrator {
  readonly #log: Element
  #step: Element

  constructor(log: Element) {
    this.#log = log
    this.#step = log
  }

  step(title: string): void {
    const item = line('li', 'step', title)
    this.#step = line('ul', 'lines', '')
    item.append(this.#step)
    this.#log.append(item)
  }

  say(text: string): void {
    this.#step.append(line('li', 'said', text))
  }

  exchange({ request, sent, answer }: Exchange): void {
    const asked = sent ? `${request}  ${sent}` : request
    this.#step.append(line('li', 'request', `→ ${asked}`), line('li', 'answer', `← ${answer}`))
  }

  check(claim: string, holds: boolean): void {
    this.#step.append(line('li', holds ? 'held' : 'failed', `${holds ? '✓' : '✗'} ${claim}`))
  }
}

function line(tag: 'li' | 'ul', kind: string, text: string): Element {
  const element = document.createElement(tag)
  element.className = kind
  element.textContent = text
  return element
}
