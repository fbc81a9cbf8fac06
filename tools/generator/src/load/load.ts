import { type Document, isScalar, LineCounter, parseDocument, visit, type YAMLError } from 'yaml'
import type { PerPart } from '../documents.js'
import type { Input, Inputs } from '../inputs.js'
import { type Fault, type Place, wholeFile } from '../report/fault.js'
import { placeAt, type Source, sourceOf } from './source.js'

/** A file that was read, or what keeps it from being read. */
export interface Loaded {
  readonly source: Source | undefined
  readonly faults: readonly Fault[]
}

/** Reads every file of the spec and every schema. */
export function loadSpec({ documents, schemas }: Inputs): {
  documents: PerPart<Loaded>
  schemas: PerPart<Loaded>
} {
  return { documents: loadEach(documents), schemas: loadEach(schemas) }
}

function loadEach({ endpoints, scopes, operations }: PerPart<Input>): PerPart<Loaded> {
  return { endpoints: load(endpoints), scopes: load(scopes), operations: load(operations) }
}

/** Reads a YAML file (or a JSON one, which is YAML too) from its bytes. */
export function load({ file, bytes }: Input): Loaded {
  if (bytes === undefined) return unreadable(file, 'the file is missing', 'write it, or put it back')
  const text = decode(bytes)
  if (text === undefined) return unreadable(file, 'the file is not UTF-8', 'save it as UTF-8')
  return parse(file, text)
}

function unreadable(file: string, wrong: string, fix: string): Loaded {
  return { source: undefined, faults: [{ place: wholeFile(file), wrong, fix }] }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function parse(file: string, text: string): Loaded {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const place = (from: number, to: number) => placeAt(file, text, lines, from, to)
  const faults = [...withoutEchoes(document.errors), ...document.warnings].map((error) =>
    error.code === 'DUPLICATE_KEY' ? keyTwice(error, document, place) : notYaml(error, file, place),
  )
  faults.push(...danglingAliases(document, place))
  return faults.length > 0 ? { source: undefined, faults } : expanded(file, text, document, lines)
}

type PlaceOf = (from: number, to: number) => Place

/** Once the reader is out of step, most of what it says of the rest is wrong: only its first complaint counts. */
function withoutEchoes(errors: readonly YAMLError[]): readonly YAMLError[] {
  const first = errors.find(({ code }) => code !== 'DUPLICATE_KEY')
  return errors.filter((error) => error === first || error.code === 'DUPLICATE_KEY')
}

function notYaml({ code, message, pos: [from, to] }: YAMLError, file: string, place: PlaceOf): Fault {
  const language = file.endsWith('.json') ? 'JSON' : 'YAML'
  return {
    place: place(from, to),
    wrong: `this is not ${language}: ${message}`,
    fix: hints[code] ?? `correct the ${language} here`,
  }
}

function keyTwice({ pos: [from, end] }: YAMLError, document: Document, place: PlaceOf): Fault {
  let fault: Fault | undefined
  visit(document, {
    Map: (_, { items }) => {
      const keys = items.map(({ key }) => key).filter((key) => isScalar(key))
      const second = keys.find(({ range }) => range?.[0] === from)
      const first = keys.find(({ value }) => value === second?.value)
      if (second === undefined) return undefined
      const line = place(first?.range?.[0] ?? from, from).line
      const wrong = `the key "${String(second.value)}" stands already in line ${line}`
      fault = { place: place(from, second.range?.[1] ?? end), wrong, fix: 'keep one of the two' }
      return visit.BREAK
    },
  })
  return fault ?? { place: place(from, end), wrong: 'this key stands twice', fix: 'keep one of the two' }
}

function danglingAliases(document: Document, place: PlaceOf): Fault[] {
  const faults: Fault[] = []
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) !== undefined) return
      const [from, to] = alias.range ?? [0, 0]
      faults.push({
        place: place(from, to),
        wrong: `there is no anchor &${alias.source} above`,
        fix: 'write the value out',
      })
    },
  })
  return faults
}

/** Joins data and places. Aliases within aliases can stand for more values than memory holds: the reader gives up then. */
function expanded(file: string, text: string, document: Document, lines: LineCounter): Loaded {
  try {
    return { source: sourceOf(file, text, document, lines), faults: [] }
  } catch (error) {
    return unreadable(file, error instanceof Error ? error.message : String(error), 'write the values out')
  }
}

const hints: Partial<Record<YAMLError['code'], string>> = {
  BAD_INDENT: 'indent this line like its neighbours, or close the bracket before it',
  BLOCK_AS_IMPLICIT_KEY: 'put a text that holds ": " in quotes, and indent what belongs to a key',
  MISSING_CHAR: 'close the bracket or the quote that was opened',
  MULTILINE_IMPLICIT_KEY: 'close the bracket or the quote that was opened before this line',
  TAB_AS_INDENT: 'indent with spaces',
  TAG_RESOLVE_FAILED: 'leave the tag out',
  UNEXPECTED_TOKEN: 'put a text that begins with a special character in quotes',
}
