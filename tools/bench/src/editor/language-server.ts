import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type Definition, type Editor, positionIn, type Range } from './editor.js'
import { type Message, MessageProcess } from './message-process.js'

type Diagnostic = {
  readonly range: Range
  readonly message: string
  readonly severity?: number
  readonly tags?: readonly number[]
}

type Answers = {
  initialize: object
  'textDocument/definition': readonly {
    readonly targetUri: string
    readonly targetRange: Range
    readonly targetSelectionRange: Range
  }[]
  'textDocument/hover': { readonly contents: { readonly value: string } }
  'textDocument/diagnostic': {
    readonly items: readonly Diagnostic[]
  }
  'textDocument/completion': {
    readonly items: readonly { readonly label: string; readonly tags?: readonly number[] }[]
  }
}

/**
 * In the Language Server Protocol the severity of an error, and of a file that changed on
 * the disk the kind of change.
 */
const ERROR = 1
const CHANGED = 2

/**
 * In the Language Server Protocol the tag of a diagnostic, and that of an item to
 * complete, for what is deprecated.
 */
const DEPRECATED_DIAGNOSTIC = 2
const DEPRECATED_ITEM = 1

/** TypeScript 7's language server, as editors start it. */
export class LanguageServer implements Editor {
  readonly #process: MessageProcess
  readonly #waiting = new Map<unknown, (message: Message) => void>()
  readonly #ready: Promise<object>
  #sequence = 0
  #uri = ''
  #text = ''
  #version = 1

  constructor(folder: string) {
    const manifest = createRequire(import.meta.url).resolve('typescript7/package.json')
    const program = join(dirname(manifest), 'bin/tsc')
    this.#process = new MessageProcess(process.execPath, [program, '--lsp', '--stdio'], (message) =>
      this.#hear(message),
    )
    this.#ready = this.#ask('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(folder).href,
      capabilities,
    }).then((answer) => {
      this.#send({ method: 'initialized', params: {} })
      return answer
    })
  }

  open(file: string, text: string): void {
    this.#uri = pathToFileURL(file).href
    this.#text = text
    const textDocument = { uri: this.#uri, languageId: 'typescript', version: this.#version, text }
    void this.#ready.then(() => this.#send({ method: 'textDocument/didOpen', params: { textDocument } }))
  }

  change(text: string): void {
    this.#text = text
    this.#version += 1
    const textDocument = { uri: this.#uri, version: this.#version }
    void this.#ready.then(() =>
      this.#send({ method: 'textDocument/didChange', params: { textDocument, contentChanges: [{ text }] } }),
    )
  }

  async definition(offset: number): Promise<readonly Definition[]> {
    const found = await this.#askAt('textDocument/definition', offset)
    return found.map(({ targetUri, targetRange, targetSelectionRange }) => ({
      file: fileURLToPath(targetUri),
      whole: targetRange,
      name: targetSelectionRange,
    }))
  }

  async hover(offset: number): Promise<string> {
    const { contents } = await this.#askAt('textDocument/hover', offset)
    return contents.value
  }

  async struckThrough(): Promise<readonly string[]> {
    const items = await this.#diagnostics()
    const lines = this.#text.split('\n')
    return items
      .filter(({ tags }) => tags?.includes(DEPRECATED_DIAGNOSTIC))
      .map(({ range }) => lines[range.start.line]?.slice(range.start.character, range.end.character) ?? '')
  }

  async errors(): Promise<readonly string[]> {
    const items = await this.#diagnostics()
    return items.filter(({ severity }) => severity === ERROR).map(({ message }) => message)
  }

  async #diagnostics(): Promise<readonly Diagnostic[]> {
    await this.#ready
    const { items } = await this.#ask('textDocument/diagnostic', { textDocument: { uri: this.#uri } })
    return items
  }

  /** An editor watches the disk for its server, and tells it of a save. */
  async saved(file: string): Promise<void> {
    await this.#ready
    const changes = [{ uri: pathToFileURL(file).href, type: CHANGED }]
    this.#send({ method: 'workspace/didChangeWatchedFiles', params: { changes } })
  }

  async completions(offset: number): Promise<ReadonlyMap<string, boolean>> {
    const { items } = await this.#askAt('textDocument/completion', offset)
    return new Map(items.map(({ label, tags }) => [label, tags?.includes(DEPRECATED_ITEM) ?? false]))
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#process.stop()
  }

  async #askAt<Method extends keyof Answers>(method: Method, offset: number): Promise<Answers[Method]> {
    await this.#ready
    return this.#ask(method, {
      textDocument: { uri: this.#uri },
      position: positionIn(this.#text, offset),
    })
  }

  async #ask<Method extends keyof Answers>(method: Method, params: object): Promise<Answers[Method]> {
    this.#sequence += 1
    const id = this.#sequence
    this.#send({ id, method, params })
    const message = await new Promise<Message>((resolve) => this.#waiting.set(id, resolve))
    if (message['error'] !== undefined) throw new Error(`${method}: ${JSON.stringify(message['error'])}`)
    return message['result'] as Answers[Method]
  }

  /** An answer goes to who asked; what the server asks of the editor is answered with nothing. */
  #hear(message: Message): void {
    const { id, method } = message
    if (method === undefined) this.#waiting.get(id)?.(message)
    else if (id !== undefined) this.#send({ id, result: null })
  }

  #send(message: object): void {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message })
    this.#process.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`)
  }
}

const capabilities = {
  textDocument: {
    definition: { linkSupport: true },
    hover: { contentFormat: ['markdown'] },
    diagnostic: { tagSupport: { valueSet: [DEPRECATED_DIAGNOSTIC] } },
    completion: { completionItem: { tagSupport: { valueSet: [DEPRECATED_ITEM] } } },
  },
}
