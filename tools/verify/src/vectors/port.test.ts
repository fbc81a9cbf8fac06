// A port to another language needs no YAML and no rule that is ours alone: a few lines over the reference's
// JSON do with scopes what the published examples say.
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
  expand: ({ scopes: given, included }: Readonly<Record<string, readonly string[]>>) => [
    expand(given ?? []),
    included,
  ],
  known: ({ scope, known }: { scope: string; known: boolean }) => [scopes.has(scope), known],
  describe: ({ scope, shown }: { scope: string; shown?: object }) => [describe(scope), shown],
}

const lists = publishedIn(reference)

test.each(Object.keys(answers).flatMap((list) => (lists[list] ?? []).map((example) => ({ list, example }))))(
  '$list: $example.name',
  ({ list, example }) => {
    const [answer, expected] = Reflect.apply(answers[list]!, undefined, [example])
    expect(answer).toEqual(expected)
  },
)
