/** The examples as they are published, for ports to other languages, and the proof that each is true. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

/** An example; what else it holds is its list's own. */
export interface Example {
  readonly name: string
  /** The rows of the conformance list that it proves. */
  readonly proves?: readonly string[]
  readonly [key: string]: unknown
}

/** The examples of each list. */
export type Lists = Readonly<Record<string, readonly Example[]>>

/** What fails unless an example of the list is true; each takes examples as their JSON Schema has them. */
export type Proofs = Readonly<Record<string, (example: never) => unknown>>

/** The lists in the `vectors.json` of a folder of references. */
export function publishedIn(reference: string): Lists {
  const { lists } = JSON.parse(readFileSync(`${reference}/vectors.json`, 'utf8'))
  return Object.fromEntries(Object.keys(lists).map((list) => [list, lists[list].examples]))
}

/** Tests every example; the name of each test has the rows that the example proves. */
export function proveEach(lists: Lists, proofs: Proofs): void {
  test('every list that is published is proved', () => {
    expect(Object.keys(lists).filter((list) => proofs[list] === undefined)).toEqual([])
  })

  describe.each(Object.keys(lists))('%s', (list) => {
    const examples = (lists[list] ?? []).map((example) => {
      return { title: [...(example.proves ?? []), example.name].join(' '), example }
    })
    test.each(examples)('$title', ({ example }) => Reflect.apply(proofs[list]!, undefined, [example]))
  })
}
