// What core's words show of scopes and operations is among the published examples, which are proved.
import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { OAuthScopes } from '@linode-login/core'
import * as describing from '@linode-login/core/describe'
import * as operations from '@linode-login/core/operations'
import { expect, test } from 'vitest'
import { root } from '../repository.js'
import { callsOf, functionsOf } from './calls.fixture.js'
import { publishedIn } from './published.fixture.js'

/** A line such as `covers(['a:*'], ['a:b']) // true`, or with a property or a method of the answer. */
const EXAMPLE = /^(?:OAuthScopes\.)?(\w+)\((.*?)\)(?:\.(\w+)(?:\((.*)\))?)? \/\/ (.+)$/

const calls = callsOf(publishedIn(`${root}packages/core/reference`))
const functions = functionsOf(OAuthScopes, describing, operations)

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
