import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'

/**
 * A program that is spoken to in messages of JSON, each behind a header with its length: what editors start.
 */
export class MessageProcess {
  readonly #process: ChildProcessByStdio<Writable, Readable, null>
  readonly #hear: (message: Message) => void
  #unread: Buffer = Buffer.alloc(0)

  constructor(program: string, args: readonly string[], hear: (message: Message) => void) {
    this.#process = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] })
    this.#hear = hear
    this.#process.stdout.on('data', (chunk: Buffer) => this.#read(chunk))
  }

  write(text: string): void {
    this.#process.stdin.write(text)
  }

  async stop(): Promise<void> {
    const ended = once(this.#process, 'exit')
    this.#process.kill()
    await ended
  }

  #read(chunk: Buffer): void {
    this.#unread = Buffer.concat([this.#unread, chunk])
    for (;;) {
      const head = /^\s*Content-Length: (\d+)\r\n(?:.+\r\n)*\r\n/.exec(this.#unread.toString('latin1'))
      if (head === null) return
      const end = head[0].length + Number(head[1])
      if (this.#unread.length < end) return
      const message: Message = JSON.parse(this.#unread.subarray(head[0].length, end).toString())
      this.#unread = this.#unread.subarray(end)
      this.#hear(message)
    }
  }
}

/** What comes from such a program; of what kind it is, is for the caller to find out. */
export type Message = Readonly<Record<string, unknown>>
