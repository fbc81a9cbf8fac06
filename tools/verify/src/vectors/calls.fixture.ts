/** The examples of scopes and operations as calls of public functions. */
import { expect } from 'vitest'
import type { Example, Lists, Proofs } from './published.fixture.js'

/** A call, what is asked of its answer, and what must come of it. */
export interface Call {
  /** The function: of a scope algebra such as `OAuthScopes`, or of a subpath. */
  readonly of: string
  readonly args: readonly unknown[]
  /** A method of the answer, with its arguments; of one that is a map or a list. */
  readonly asking?: readonly [method: string, argument: unknown]
  /** What comes of it; left out where `code` is there. */
  readonly answer?: unknown
  /** The code of the error that it throws instead. */
  readonly code?: unknown
}

/** What an example says, by its list. */
const meanings: Readonly<Record<string, (example: Example) => readonly Call[]>> = {
  parse: ({ text, scopes }) => [{ of: 'parse', args: [text], answer: scopes }],
  serialize: ({ scopes, text }) => [{ of: 'serialize', args: [scopes], answer: text }],
  covers: ({ granted, needed, missing }) => [
    { of: 'missing', args: [granted, needed], answer: missing },
    { of: 'covers', args: [granted, needed], answer: listed(missing).length === 0 },
  ],
  minimize: ({ scopes, smallest }) => [{ of: 'minimize', args: [scopes], answer: smallest }],
  union: ({ one, other, scopes }) => eitherWay('union', one, other, scopes),
  intersect: ({ one, other, scopes }) => eitherWay('intersect', one, other, scopes),
  expand: ({ scopes, included }) => [{ of: 'expand', args: [scopes], answer: included }],
  compare: ({ one, other, comparison }) => [
    { of: 'compare', args: [one, other], answer: comparison },
    { of: 'equals', args: [one, other], answer: comparison === 'equal' },
  ],
  explain: ({ granted, needed, ways }) => [{ of: 'explain', args: [granted, needed], answer: ways }],
  known: ({ scope, known }) => [{ of: 'isKnown', args: [scope], answer: known }],
  describe: ({ scope, shown }) => [{ of: 'describe', args: [scope], answer: shown }],
  operations: ({ operations, scopes, error }) => [
    { of: 'forOperations', args: [operations], ...outcome(scopes, error) },
    { of: 'scopeSetsForOperations', args: [operations], ...outcome([scopes], error) },
  ],
  facts: ({ operation, id, needs, auth }) => [
    { of: 'operations', args: [], asking: ['get', operation], answer: { id, needs: needs ?? auth } },
  ],
  resolutions: ({ reference, operation }) => [{ of: 'operationOf', args: [reference], answer: operation }],
  reasons: ({ scope, operations, reasons }) => [
    { of: 'whyNeeded', args: [scope, operations], answer: reasons },
  ],
  allowed: ({ scopes, operations, allowed }) =>
    listed(operations).map((operation) => ({
      of: 'operationsAllowed',
      args: [scopes],
      asking: ['includes', operation],
      answer: listed(allowed).includes(operation),
    })),
}

function eitherWay(of: string, one: unknown, other: unknown, answer: unknown): readonly Call[] {
  return [
    { of, args: [one, other], answer },
    { of, args: [other, one], answer },
  ]
}

function outcome(answer: unknown, code: unknown): Pick<Call, 'answer' | 'code'> {
  return code === undefined ? { answer } : { code }
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** Every call that an example tells of. */
export function callsOf(lists: Lists): readonly Call[] {
  return Object.entries(meanings).flatMap(([list, meaning]) =>
    (lists[list] ?? []).flatMap((example) => meaning(example)),
  )
}

/** By the functions of some modules. */
export function proofsByCalls(...modules: readonly object[]): Proofs {
  const functions = functionsOf(...modules)
  const prove = (call: Call): void => {
    const answered = () => answerOf(call, functions)
    if (call.code === undefined) expect(answered(), call.of).toEqual(call.answer)
    else expect(answered, call.of).toThrow(expect.objectContaining({ code: call.code }))
  }
  return Object.fromEntries(
    Object.entries(meanings).map(([list, meaning]) => [
      list,
      (example: Example) => {
        const calls = meaning(example)
        expect(calls.map(({ of }) => of).filter((name) => !functions.has(name))).toEqual([])
        calls.forEach(prove)
      },
    ]),
  )
}

type Function = (...args: never[]) => unknown

/** The functions of some modules, by name. */
export function functionsOf(...modules: readonly object[]): ReadonlyMap<string, Function> {
  const isFunction = (entry: [string, unknown]): entry is [string, Function] => typeof entry[1] === 'function'
  return new Map(modules.flatMap((module) => Object.entries(module)).filter(isFunction))
}

function answerOf({ of, args, asking }: Call, functions: ReadonlyMap<string, Function>): unknown {
  const answer = Reflect.apply(functions.get(of)!, undefined, args)
  if (asking === undefined) return answer
  const [method, argument] = asking
  return Object(answer)[method](argument)
}
