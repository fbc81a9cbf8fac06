/** A document's bytes as plain data. JSON and YAML, and the YAML that other readers let pass. */
import { type Alias, type Document, isAlias, LineCounter, type Node, parseDocument, visit } from 'yaml'
import { decode } from '../../load/decode.js'
import { mergeFaultsInYaml } from '../../load/merge-markers.js'
import { placesIn, type Source } from '../../load/source.js'
import { syntaxFault } from '../../load/syntax.js'
import { textOf } from '../../load/text.js'
import { Faults, wholeFile } from '../../report/fault.js'
import { hasKeyTwice, keysTwice } from './keys-twice.js'
import { mendFlow } from './mend-flow.js'

/**
 * How many times aliases (`*name`) may be followed: a bomb of them is refused, a
 * document of thousands is not.
 */
const ALIASES = 10_000

/**
 * Plain data of a document, and the places in it. Of YAML, every value is a text: `4.10` must not become 4.1.
 *
 * @param name - how it is called in messages.
 * @throws Faults when it can't be read.
 */
export function parseText(name: string, bytes: Uint8Array): Source {
  const text = decode(name, bytes)
  if (typeof text !== 'string') throw new Faults([text])
  if (/^\s*<[!?a-z]/i.test(text)) throw isPage(name)
  if (!/^[^\S\n]*[^\s#]/m.test(text)) throw isEmpty(name)
  const data = (/^\s*[{[]/.test(text) ? fromJson(text) : undefined) ?? fromYaml(name, text)
  let places: Source['place'] | undefined
  return {
    file: name,
    data,
    place: (path, what) => {
      places ??= placesOf(name, text)
      return places(path, what)
    },
  }
}

function fromJson(text: string): unknown {
  try {
    const data: unknown = JSON.parse(text)
    // It is YAML, too, where the place is known.
    return hasKeyTwice(text) ? undefined : data
  } catch {
    return undefined
  }
}

function fromYaml(name: string, text: string): unknown {
  try {
    const { document } = readable(name, text)
    return document.toJS({ maxAliasCount: ALIASES })
  } catch (error) {
    if (error instanceof ReferenceError) throw cannot(name, 'aliases stand for more values than can be held')
    if (error instanceof RangeError) throw cannot(name, 'it is nested too deeply')
    throw error
  }
}

interface Parsed {
  readonly text: string
  readonly document: Document
  readonly lines: LineCounter
}

/** @throws Faults when it can't be read, mended brackets or not. */
function readable(name: string, written: string): Parsed {
  const { text, document, lines } = mended(written)
  if (document.errors.length === 0) {
    const twice = keysTwice(document, textOf(name, text, lines))
    if (twice.length > 0) throw new Faults(twice)
    return { text, document, lines }
  }
  // The reader catches it itself and calls it a fault of the syntax.
  if (document.errors.some(({ message }) => message.includes('call stack'))) throw new RangeError()
  const sides = mergeFaultsInYaml(name, text)
  if (sides.length > 0) throw new Faults(sides)
  const fault = syntaxFault(document, textOf(name, text, lines))
  throw new Faults(fault ? [fault] : [])
}

function mended(written: string): Parsed {
  const parsed = parse(written)
  const text = parsed.document.errors.length === 0 ? written : mendFlow(written)
  return text === written ? parsed : parse(text)
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
    logLevel: 'error',
  })
  return { text, document, lines }
}

/** Places are found by reading the text once more: few documents are asked for one. JSON is YAML, too. */
function placesOf(name: string, written: string): Source['place'] {
  const { text, document, lines } = mended(written)
  return placesIn(textOf(name, text, lines), document, targetsIn(document))
}

/** What each alias stands for. */
function targetsIn(document: Document): ReadonlyMap<Alias, Node> {
  const anchors = new Map<string, Node>()
  const targets = new Map<Alias, Node>()
  visit(document, {
    Node: (_, node) => {
      const target = isAlias(node) ? anchors.get(node.source) : undefined
      if (isAlias(node)) {
        if (target !== undefined) targets.set(node, target)
      } else if (node.anchor !== undefined) anchors.set(node.anchor, node)
    },
  })
  return targets
}

/** What is to be given. */
export const A_DOCUMENT = 'an OpenAPI document, in YAML or JSON'

/** Remarks alone are nothing, too. */
function isEmpty(name: string): Faults {
  const place = wholeFile(name)
  const fix = 'look whether it was downloaded whole, or give another'
  return new Faults([{ rule: 'import/empty', place, wrong: 'the file is empty', expected: A_DOCUMENT, fix }])
}

function isPage(name: string): Faults {
  const place = wholeFile(name)
  const wrong = 'this is a page of HTML or XML, not a document'
  return new Faults([{ rule: 'import/not-openapi', place, wrong, expected: A_DOCUMENT, fix: NOT_A_PAGE }])
}

/** What to do about a page that shows a document. */
export const NOT_A_PAGE = 'give the document itself, not a page that shows it'

function cannot(name: string, wrong: string): Faults {
  const place = wholeFile(name)
  const expected = 'values that can be held'
  return new Faults([{ rule: 'import/unreadable', place, wrong, expected, fix: 'write the values out' }])
}
