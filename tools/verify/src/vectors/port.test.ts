// A port to another language needs no YAML and no rule that is ours alone: a few lines over the reference's
// JSON do with scopes and operations what the published examples say.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { root } from '../repository.js'
import { publishedIn } from './published.fixture.js'

const reference = `${root}packages/core/reference`
const port: {
  readonly separators: { readonly read: string; readonly write: string }
  readonly ignoreCase: boolean
  readonly wildcard: string
  readonly scopes: Readonly<Record<string, Shown>>
  readonly aliases: Readonly<Record<string, string>>
} = JSON.parse(readFileSync(`${reference}/scopes.json`, 'utf8'))

interface Shown {
  readonly title: string
  readonly description: string
  readonly includes: readonly string[]
  readonly retired?: { readonly removed: string }
}

const api: {
  readonly basePath: string
  readonly operations: Readonly<Record<string, Call>>
} = JSON.parse(readFileSync(`${reference}/operations.json`, 'utf8'))

interface Call {
  readonly id: string
  readonly needs?: readonly (readonly string[])[]
  readonly auth?: string
}

const scopes = new Map(Object.entries(port.scopes))
const aliases = new Map(Object.entries(port.aliases))

function parse(text: string): readonly string[] {
  const words = (port.ignoreCase ? text.toLowerCase() : text).split(new RegExp(`[${port.separators.read}]`))
  return [...new Set(words.map((word) => aliases.get(word) ?? word))].filter((word) => word !== '').sort()
}

function expand(given: readonly string[]): readonly string[] {
  return parse(
    given
      .flatMap((text) => parse(text).flatMap((one) => [one, ...(scopes.get(one)?.includes ?? [])]))
      .join(' '),
  )
}

function missing(granted: readonly string[], needed: readonly string[]): readonly string[] {
  const held = new Set(expand(granted))
  return held.has(port.wildcard) ? [] : parse(needed.join(' ')).filter((one) => !held.has(one))
}

function describe(text: string): object | undefined {
  const [scope = ''] = parse(text)
  const found = scopes.get(scope)
  if (found === undefined) return undefined
  const { title, description, includes, retired } = found
  return { scope, title, description, includes: includes.toSorted(), removed: retired?.removed }
}

function covers(granted: readonly string[], needed: readonly string[]): boolean {
  return missing(granted, needed).length === 0
}

function minimize(given: readonly string[]): readonly string[] {
  const all = parse(given.join(' '))
  return all.filter((one) => !all.some((other) => other !== one && covers([other], [one])))
}

const operations = new Map(Object.entries(api.operations))

/** The fewest scopes that do for all of them, or the code of the error. */
function forOperations(names: readonly string[]): readonly string[] | string {
  const calls = names.map((name) => operations.get(name))
  if (calls.includes(undefined)) return 'unknown_operation'
  if (calls.some((call) => call?.auth === 'pat')) return 'personal_token_only'
  const ways = calls.reduce<readonly (readonly string[])[]>(
    (sofar, call) => sofar.flatMap((way) => (call?.needs ?? [[]]).map((set) => minimize([...way, ...set]))),
    [[]],
  )
  return ways.toSorted((one, other) => one.length - other.length)[0] ?? []
}

function mayCall(held: readonly string[], name: string): boolean {
  const { needs, auth } = operations.get(name)!
  return needs === undefined ? auth !== 'pat' : needs.some((set) => covers(held, set))
}

function whyNeeded(scope: string, names: readonly string[]): readonly object[] {
  return names.flatMap((operation) => {
    const sets = operations.get(operation)?.needs ?? []
    const needs = sets
      .map((set) => set.filter((one) => covers([scope], [one])))
      .filter(({ length }) => length)
    return needs.length === 0 ? [] : [{ operation, needs, always: needs.length === sets.length }]
  })
}

function operationOf(named: string): string | undefined {
  const [, method, path] = /^([A-Z]+) (?:https?:\/\/[^/?#]+)?(\/[^?#]*?)\/?(?:[?#].*)?$/i.exec(named) ?? []
  // A brace comes after all that a segment is spelled of.
  return [...operations.keys()].sort().find((name) => {
    const [verb, template = ''] = name.split(' ')
    const form = `^(?:${api.basePath}(?:[a-z]\\w*)?)?${template.replace(/\{\w+\}/g, '[^/]+')}$`
    return (
      name === named ||
      operations.get(name)?.id === named ||
      (method === verb && new RegExp(form).test(path ?? ''))
    )
  })
}

/** An example about several operations. */
interface Asked {
  readonly operations: readonly string[]
  readonly scope?: string
  readonly scopes?: readonly string[]
  readonly error?: string
  readonly reasons?: readonly object[]
  readonly allowed?: readonly string[]
}

const answers: Readonly<Record<string, (example: never) => readonly [answer: unknown, expected: unknown]>> = {
  parse: ({ text, scopes: expected }: { text: string; scopes: unknown }) => [parse(text), expected],
  serialize: ({ scopes: given, text }: { scopes: readonly string[]; text: string }) => [
    parse(given.join(' ')).join(port.separators.write),
    text,
  ],
  covers: ({ granted, needed, missing: expected }: Readonly<Record<string, readonly string[]>>) => [
    missing(granted ?? [], needed ?? []),
    expected,
  ],
  minimize: ({ scopes: given, smallest }: Readonly<Record<string, readonly string[]>>) => [
    minimize(given ?? []),
    smallest,
  ],
  union: ({ one, other, scopes: expected }: Readonly<Record<string, readonly string[]>>) => [
    minimize([...(one ?? []), ...(other ?? [])]),
    expected,
  ],
  expand: ({ scopes: given, included }: Readonly<Record<string, readonly string[]>>) => [
    expand(given ?? []),
    included,
  ],
  known: ({ scope, known }: { scope: string; known: boolean }) => [scopes.has(scope), known],
  describe: ({ scope, shown }: { scope: string; shown?: object }) => [describe(scope), shown],
  operations: ({ operations: names, scopes: expected, error }: Asked) => [
    forOperations(names),
    expected ?? error,
  ],
  facts: ({ operation, id, needs, auth }: { operation: string } & Call) => [
    operations.get(operation),
    { id, needs, auth },
  ],
  resolutions: ({ reference: named, operation }: { reference: string; operation?: string }) => [
    operationOf(named),
    operation,
  ],
  reasons: ({ scope = '', operations: names, reasons }: Asked) => [whyNeeded(scope, names), reasons],
  allowed: ({ scopes: held = [], operations: names, allowed }: Asked) => [
    names.filter((name) => mayCall(held, name)),
    allowed,
  ],
}

const lists = publishedIn(reference)

test.each(Object.keys(answers).flatMap((list) => (lists[list] ?? []).map((example) => ({ list, example }))))(
  '$list: $example.name',
  ({ list, example }) => {
    const [answer, expected] = Reflect.apply(answers[list]!, undefined, [example])
    expect(answer).toEqual(expected)
  },
)
