// What can be asking of scopes and operations: the examples in spec/vectors held against
// core, and those in its pages.
import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { OAuthScopes } from '@linode-login/core'
import * as describing from '@linode-login/core/describe'
import * as operations from '@linode-login/core/operations'
import { expect, test } from 'vitest'
import { root } from '../repository.js'
import { type Call, callsOf } from './calls.js'
import { readVectors } from './vectors.js'

/** A line such as `covers(['a:*'], ['a:b']) // true`, or with a property or a method of the answer. */
const EXAMPLE = /^(?:OAuthScopes\.)?(\w+)\((.*?)\)(?:\.(\w+)(?:\((.*)\))?)? \/\/ (.+)$/

const calls = callsOf(readVectors())
const functions = new Map<string, (...args: never[]) => unknown>(
  Object.entries({ ...OAuthScopes, ...describing, ...operations }).filter(isFunction),
)

function isFunction<T>(entry: [string, T]): entry is [string, T & ((...args: never[]) => unknown)] {
  return typeof entry[1] === 'function'
}

test.each(calls)('$name', (call) => {
  const { code, answer } = call
  if (code === undefined) expect(answered(call)).toEqual(answer)
  else expect(() => answered(call)).toThrow(expect.objectContaining({ code }))
})

function answered({ of, args, asking }: Call): unknown {
  const answer = Reflect.apply(functions.get(of)!, undefined, args)
  if (asking === undefined) return answer
  const [method, argument] = asking
  return Object(answer)[method](argument)
}

const sources = ['scopes/linode.ts', 'scopes/oauth-scopes.ts', 'describe.ts', 'operations/linode.ts']
const examples = [
  ...sources.flatMap((file) => examplesIn(`packages/core/src/${file}`, /^ \* ```ts\n(.*?)^ \* ```$/gms)),
  ...examplesIn('packages/core/README.md', /^```ts\n(.*?)^```$/gms),
]

test('every public function of scopes and operations has an example', () => {
  const shown = new Set(examples.map(({ of }) => of))
  expect([...functions.keys()].filter((name) => !shown.has(name))).toEqual([])
  expect([...functions.keys()].filter((name) => !calls.some(({ of }) => of === name))).toEqual([])
})

test.each(examples)('$place: $line is an example of the spec', ({ of, args, asking, answer }) => {
  const same = calls.filter((call) => sameJson([call.of, call.args], [of, args]))
  const answers = same.flatMap((call) => {
    if (call.asking !== undefined) return sameJson(call.asking, asking) ? [call.answer] : []
    return [asking === undefined ? call.answer : Object(call.answer)[String(asking[0])]]
  })
  expect(answers).toContainEqual(answer)
})

interface Example {
  readonly place: string
  readonly line: string
  readonly of: string
  readonly args: readonly unknown[]
  /** As of a call, or a property alone. */
  readonly asking: readonly unknown[] | undefined
  readonly answer: unknown
}

/** The answer may stand on lines of its own, of which all but the first are indented. */
function examplesIn(file: string, block: RegExp): readonly Example[] {
  const text = readFileSync(root + file, 'utf8')
  return [...text.matchAll(block)].flatMap(([, code = '']) => {
    const lines = code
      .replaceAll(/^ \* /gm, '')
      .replaceAll(/\n\/\/ {2,}/g, ' ')
      .replaceAll('\n// ', ' // ')
      .split('\n')
    return lines.flatMap((line) => {
      const [, of = '', args, property, argument, answer] = EXAMPLE.exec(line) ?? []
      if (!functions.has(of)) return []
      const asking = property === undefined ? undefined : [property, ...valuesOf(argument ?? '')]
      return [
        { place: file, line, of, args: valuesOf(args ?? ''), asking, answer: valuesOf(answer ?? '')[0] },
      ]
    })
  })
}

function valuesOf(text: string): readonly unknown[] {
  return JSON.parse(runInNewContext(`JSON.stringify([${text}])`))
}

function sameJson(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
