/** One file as plain data with places, or what keeps it from being that. */
import { type Document, isAlias, LineCounter, parseDocument, visit } from 'yaml'
import type { Input, Inputs } from '../inputs/inputs.js'
import { type Fault, wholeFile } from '../report/fault.js'
import type { PerPart } from '../spec/documents.js'
import { decode } from './decode.js'
import { furtherFaults } from './further-faults.js'
import { controlCharacter } from './losses.js'
import { mergeFaultsInYaml } from './merge-markers.js'
import { type Walk, walk } from './nodes.js'
import { type Source, sourceOf } from './source.js'
import { syntaxFault } from './syntax.js'
import { type Text, textOf } from './text.js'

/** A file that was read. It may have faults and still hold data that can be judged. */
export interface Loaded {
  readonly source: Source | undefined
  readonly faults: readonly Fault[]
}

/**
 * Reads every file of the spec and every schema.
 *
 * @param read - reads a file; left out, anew.
 */
export function loadSpec(
  { documents, schemas }: Pick<Inputs, 'documents' | 'schemas'>,
  read: Load = load,
): { documents: PerPart<Loaded>; schemas: PerPart<Loaded> } {
  const each = ({ endpoints, scopes, operations }: PerPart<Input>): PerPart<Loaded> => ({
    endpoints: read(endpoints),
    scopes: read(scopes),
    operations: read(operations),
  })
  return { documents: each(documents), schemas: each(schemas) }
}

/** Reads one file. */
export type Load = (input: Input) => Loaded

/** Reads a YAML file (or a JSON one, which is YAML too) from its bytes. */
export function load({ file, bytes }: Input): Loaded {
  if (bytes === undefined) {
    const wrong = 'the file is missing'
    return unreadable({
      rule: 'load/missing-file',
      place: wholeFile(file),
      wrong,
      expected: 'a file in YAML or JSON',
      fix: 'write it, or put it back',
    })
  }
  const text = decode(file, bytes)
  if (typeof text !== 'string') return unreadable(text)
  return (file.endsWith('.json') ? parseJson(file, text) : undefined) ?? parse(file, text)
}

/**
 * JSON without a fault, which is read ten times as fast as what it is, JSON; written again, a key that stands
 * twice would be missing. Anything else goes the long way, and so does whoever asks for a place.
 */
function parseJson(file: string, text: string): Loaded | undefined {
  const data = jsonIn(text)
  if (data === undefined || JSON.stringify(data).replace(/\s+/g, '') !== text.replace(/\s+/g, ''))
    return undefined
  const source: Source = {
    file,
    data,
    place: (path, what) => parse(file, text).source?.place(path, what) ?? wholeFile(file),
  }
  return { source, faults: [] }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function unreadable(...faults: readonly Fault[]): Loaded {
  return { source: undefined, faults }
}

function parse(file: string, written: string): Loaded {
  const lines = new LineCounter()
  // Keys that stand twice are found by our own walk: the reader compares each key with all before it.
  const document = parseDocument(written, { lineCounter: lines, prettyErrors: false, uniqueKeys: false })
  const text = textOf(file, written, lines)
  const fault = syntaxFault(document, text)
  if (fault !== undefined) {
    const merge = mergeFaultsInYaml(file, written)
    if (merge.length > 0) return unreadable(...merge)
    const further = file.endsWith('.json') ? [] : furtherFaults(file, written, fault.place.line)
    return unreadable(fault, ...further)
  }
  if (document.contents === null) return unreadable(empty(text))
  const { faults, ...walked } = walk(document, text)
  const control = controlCharacter(written, text)
  return expanded(file, text, document, { ...walked, faults: control ? [control, ...faults] : faults })
}

function empty(text: Text): Fault {
  return {
    rule: 'load/empty-file',
    place: text.place(0),
    wrong: 'the file is empty',
    expected: 'a mapping: keys with values',
    fix: 'write it, or put it back',
  }
}

/**
 * Joins data and places. Aliases within aliases can stand for more values than memory holds:
 * the reader gives up then.
 */
function expanded(
  file: string,
  text: Text,
  document: Document,
  { faults, targets, expandable }: Walk,
): Loaded {
  if (!expandable) return unreadable(...faults)
  try {
    return { source: sourceOf(file, text, document, targets), faults }
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
    return unreadable(...faults, tooMany(document, text))
  }
}

function tooMany(document: Document, text: Text): Fault {
  let last: readonly [from: number, to: number, ...unknown[]] = [0, 0]
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) last = node.range ?? last
    },
  })
  return {
    rule: 'load/alias-bomb',
    place: text.place(last[0], last[1]),
    wrong: 'aliases of aliases stand for more values than can be held',
    expected: 'aliases that stand for a few values each',
    fix: 'write the values out',
  }
}
