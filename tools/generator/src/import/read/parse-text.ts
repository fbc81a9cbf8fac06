/** A document's bytes as plain data. JSON and YAML, and the YAML that other readers let pass. */
import { type Document, LineCounter, parseDocument } from 'yaml'
import { decode } from '../../load/decode.js'
import { syntaxFaults } from '../../load/syntax.js'
import { textOf } from '../../load/text.js'
import { type Fault, Faults, wholeFile } from '../../report/fault.js'
import { mendFlow } from './mend-flow.js'

/** How many times aliases (`*name`) may be followed: a bomb of them is refused, a document of thousands is not. */
const ALIASES = 10_000

/**
 * Plain data of a document. Of YAML, every value is a text: `4.10` must not become 4.1.
 *
 * @param name how it is called in messages.
 * @throws Faults when it can't be read.
 */
export function parseText(name: string, bytes: Uint8Array): unknown {
  const text = decode(name, bytes)
  if (typeof text !== 'string') throw new Faults([text])
  return (/^\s*[{[]/.test(text) ? fromJson(text) : undefined) ?? fromYaml(name, text)
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function fromYaml(name: string, text: string): unknown {
  try {
    const { document } = readable(text) ?? refused(name, text)
    return document.toJS({ maxAliasCount: ALIASES })
  } catch (error) {
    if (error instanceof ReferenceError) throw cannot(name, 'aliases stand for more values than can be held')
    if (error instanceof RangeError) throw cannot(name, 'it is nested too deeply')
    throw error
  }
}

interface Parsed {
  readonly document: Document
  readonly lines: LineCounter
}

function readable(text: string): Parsed | undefined {
  const parsed = parse(text)
  if (parsed.document.errors.length === 0) return parsed
  const mended = mendFlow(text)
  const again = mended === text ? parsed : parse(mended)
  return again.document.errors.length === 0 ? again : undefined
}

function parse(text: string): Parsed {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    schema: 'failsafe',
    merge: true,
    strict: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  })
  return { document, lines }
}

function refused(name: string, text: string): never {
  const { document, lines } = parse(text)
  // The reader catches it itself and calls it a fault of the syntax.
  if (document.errors.some(({ message }) => message.includes('call stack'))) throw new RangeError()
  throw new Faults(syntaxFaults(document, textOf(name, text, lines)))
}

function cannot(name: string, wrong: string): Faults {
  const fault: Fault = {
    rule: 'import/unreadable',
    place: wholeFile(name),
    wrong,
    fix: 'write the values out',
  }
  return new Faults([fault])
}
