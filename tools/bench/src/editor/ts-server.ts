import { fileURLToPath } from 'node:url'
import type ts from 'typescript'
import { type Definition, type Editor, type Position, positionIn } from './editor.js'
import { type Message, MessageProcess } from './message-process.js'

type Answers = {
  definitionAndBoundSpan: ts.server.protocol.DefinitionInfoAndBoundSpan
  quickinfo: ts.server.protocol.QuickInfoResponseBody
  suggestionDiagnosticsSync: readonly ts.server.protocol.Diagnostic[]
  semanticDiagnosticsSync: readonly ts.server.protocol.Diagnostic[]
  completionInfo: ts.server.protocol.CompletionInfo
}

/** TypeScript 6's server, as editors start it. */
export class TsServer implements Editor {
  readonly #process: MessageProcess
  readonly #waiting = new Map<unknown, (message: Message) => void>()
  #sequence = 0
  #file = ''
  #text = ''

  constructor() {
    const program = fileURLToPath(import.meta.resolve('typescript/lib/tsserver.js'))
    const args = [program, '--disableAutomaticTypingAcquisition', '--suppressDiagnosticEvents']
    this.#process = new MessageProcess(process.execPath, args, (message) => {
      this.#waiting.get(message['request_seq'])?.(message)
    })
  }

  open(file: string, text: string): void {
    this.#file = file
    this.#text = text
    this.#send('open', { file, fileContent: text })
  }

  change(text: string): void {
    this.open(this.#file, text)
  }

  async definition(offset: number): Promise<readonly Definition[]> {
    const { definitions = [] } = await this.#ask('definitionAndBoundSpan', this.#at(offset))
    return definitions.map(({ file, start, end, contextStart = start, contextEnd = end }) => ({
      file,
      whole: { start: fromZero(contextStart), end: fromZero(contextEnd) },
      name: { start: fromZero(start), end: fromZero(end) },
    }))
  }

  async hover(offset: number): Promise<string> {
    const { documentation, tags } = await this.#ask('quickinfo', this.#at(offset))
    return [documentation, ...tags.map(({ name, text }) => `@${name} ${text}`)].join('\n')
  }

  async struckThrough(): Promise<readonly string[]> {
    const found = await this.#ask('suggestionDiagnosticsSync', { file: this.#file })
    const lines = this.#text.split('\n')
    return found
      .filter(({ reportsDeprecated }) => reportsDeprecated)
      .map(({ start, end }) => lines[start.line - 1]?.slice(start.offset - 1, end.offset - 1) ?? '')
  }

  async errors(): Promise<readonly string[]> {
    const found = await this.#ask('semanticDiagnosticsSync', { file: this.#file })
    return found.map(({ text }) => text)
  }

  async completions(offset: number): Promise<ReadonlyMap<string, boolean>> {
    const { entries } = await this.#ask('completionInfo', this.#at(offset))
    return new Map(entries.map((entry) => [entry.name, /\bdeprecated\b/.test(entry.kindModifiers ?? '')]))
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#process.stop()
  }

  #at(offset: number): object {
    const { line, character } = positionIn(this.#text, offset)
    return { file: this.#file, line: line + 1, offset: character + 1 }
  }

  async #ask<Command extends keyof Answers>(command: Command, args: object): Promise<Answers[Command]> {
    const sequence = this.#send(command, args)
    const message = await new Promise<Message>((resolve) => this.#waiting.set(sequence, resolve))
    if (message['success'] !== true) throw new Error(`${command}: ${message['message']}`)
    return message['body'] as Answers[Command]
  }

  #send(command: string, args: object): number {
    this.#sequence += 1
    this.#process.write(
      `${JSON.stringify({ seq: this.#sequence, type: 'request', command, arguments: args })}\n`,
    )
    return this.#sequence
  }
}

function fromZero({ line, offset }: ts.server.protocol.Location): Position {
  return { line: line - 1, character: offset - 1 }
}
