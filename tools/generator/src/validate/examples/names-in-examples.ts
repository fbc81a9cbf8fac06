/**
 * An example that names an operation or a scope by a slip proves something else than it says, or nothing:
 * there is no such operation to ask for anything. What an app might hand in, such as the scopes of a token,
 * may be unknown on purpose, and so may all that an example names which ends in an error.
 */

import type { Path, Source } from '../../load/source.js'
import type { Vector } from '../../model/vector-list.js'
import type { Fault } from '../../report/fault.js'
import { nearest } from '../../report/nearest.js'
import type { Documents } from '../../spec/documents.js'
import { type Diagnosis, KnownScopes } from '../names/declared-scopes.js'

/** A file of examples. */
export interface ExampleFile {
  readonly document: Readonly<Record<string, readonly Vector[]>>
  readonly source: Source
}

/** What is wrong with the names in some files, as far as the documents that were accepted tell. */
export function unknownNamesIn(
  files: readonly ExampleFile[],
  { scopes, operations }: Partial<Documents>,
): readonly Fault[] {
  const [named, keys] = [scopes && new KnownScopes(scopes), operations && Object.keys(operations.operations)]
  const known = new Set(keys)
  return namesIn(files).flatMap(({ kind, text, path, source }): Fault[] => {
    const isKnown = kind === 'scope' ? (named?.has(text) ?? true) : keys === undefined || known.has(text)
    if (isKnown) return []
    const diagnosis = kind === 'scope' ? named?.diagnose(text) : diagnose(text, keys ?? [])
    if (diagnosis === undefined) return []
    return [{ rule: 'no-unknown-name-in-example', place: source.place(path, 'value'), ...diagnosis }]
  })
}

function diagnose(text: string, keys: readonly string[]): Diagnosis {
  const suggestion = nearest(text, keys)
  const [wrong, expected] = [`there is no operation "${text}"`, 'an operation that is declared']
  return suggestion === undefined
    ? { wrong, expected, fix: 'write one of the operations that are declared, or declare it' }
    : { wrong, expected, suggestion, fix: `did you mean "${suggestion}"?` }
}

type Kind = 'operation' | 'scope'

interface Name {
  readonly kind: Kind
  readonly text: string
  readonly path: Path
  readonly source: Source
}

/** Each item of a list. */
const EACH = Symbol('each')

type Pattern = readonly (string | typeof EACH)[]

/** Where the lists of examples name what must be known. */
const places: Readonly<Record<string, Partial<Record<Kind, readonly Pattern[]>>>> = {
  known: { scope: [['scope']] },
  describe: {
    scope: [
      ['shown', 'scope'],
      ['shown', 'includes', EACH],
    ],
  },
  operations: { operation: [['operations', EACH]], scope: [['scopes', EACH]] },
  facts: { operation: [['operation']], scope: [['needs', EACH, EACH]] },
  resolutions: { operation: [['operation']] },
  reasons: {
    operation: [
      ['operations', EACH],
      ['reasons', EACH, 'operation'],
    ],
    scope: [['scope'], ['reasons', EACH, 'needs', EACH, EACH]],
  },
  allowed: {
    operation: [
      ['operations', EACH],
      ['allowed', EACH],
    ],
  },
  audits: { operation: [['answers', EACH, 'operation']], scope: [['asked', EACH]] },
  step_ups: {
    scope: [
      ['token', EACH],
      ['missing', EACH],
    ],
  },
}

function namesIn(files: readonly ExampleFile[]): readonly Name[] {
  return files.flatMap(({ document, source }) =>
    Object.entries(places).flatMap(([list, { operation = [], scope = [] }]) =>
      (document[list] ?? []).flatMap((example, index) => {
        if (isOfUnknown(example)) return []
        const named = (kind: Kind, patterns: readonly Pattern[]) =>
          patterns.flatMap((pattern) =>
            textsAt(example, pattern, [list, index]).map((found) => ({ kind, source, ...found })),
          )
        return [...named('operation', operation), ...named('scope', scope)]
      }),
    ),
  )
}

/** Whether an example shows what becomes of a name that nobody knows. */
function isOfUnknown({ ['error']: error, ['known']: known }: Vector): boolean {
  return error !== undefined || known === false
}

function textsAt(
  value: unknown,
  [step, ...rest]: Pattern,
  path: Path,
): readonly { text: string; path: Path }[] {
  if (step === undefined) return typeof value === 'string' ? [{ text: value, path }] : []
  if (typeof value !== 'object' || value === null) return []
  const items = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return items
    .filter(([key]) => step === EACH || key === step)
    .flatMap(([key, item]) => textsAt(item, rest, [...path, key]))
}
