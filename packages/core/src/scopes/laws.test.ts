import { describe, expect, test } from 'vitest'
import { hierarchy } from '../generated/hierarchy.js'
import { createScopeAlgebra } from './algebra.js'
import type { ScopeHierarchy } from './hierarchy.js'
import { chance } from './random.fixture.js'

const separators = { read: ' ,', write: ' ' }

/** Parents are scopes themselves, and the level stands before the family. */
const tree: ScopeHierarchy = {
  includes: {
    repo: ['repo:status', 'public_repo'],
    'repo:status': [],
    public_repo: [],
    'admin:org': ['write:org'],
    'write:org': ['read:org'],
    'read:org': [],
    user: ['read:user', 'user:email'],
    'read:user': [],
    'user:email': [],
  },
  aliases: {},
  wildcard: undefined,
  separators,
  ignoreCase: false,
}

/** Four verbs for each thing, and two scopes that hold one verb or all of them for everything. */
const things = ['droplet', 'domain', 'volume']
const fourVerbs: ScopeHierarchy = {
  includes: {
    read: things.map((thing) => `${thing}:read`),
    write: [
      'read',
      ...things.flatMap((thing) => ['create', 'update', 'delete'].map((verb) => `${thing}:${verb}`)),
    ],
    ...Object.fromEntries(
      things.flatMap((thing) =>
        ['create', 'read', 'update', 'delete'].map((verb) => [`${thing}:${verb}`, []]),
      ),
    ),
  },
  aliases: {},
  wildcard: undefined,
  separators,
  ignoreCase: false,
}

describe.each([
  ['Linode', hierarchy],
  ['a tree like GitHub’s', tree],
  ['four verbs like DigitalOcean’s', fourVerbs],
])('the laws of a lattice, for 500 triples of %s', (_, provider) => {
  const algebra = createScopeAlgebra(provider)
  const words = [
    ...Object.keys(provider.includes),
    ...Object.keys(provider.aliases),
    ...(provider.wildcard === undefined ? [] : [provider.wildcard]),
    'new:one',
    'new:other',
    'constructor',
  ]
  const next = chance(4)
  const scopes = () => Array.from({ length: next(6) }, () => words[next(words.length)] ?? '').join(' ')
  const triples = Array.from({ length: 500 }, () => [scopes(), scopes(), scopes()] as const)
  const { compare, covering, covers, equals, expand, explain, intersect, minimize, missing, union } = algebra

  test('union and intersect are idempotent', () => {
    for (const [a] of triples) {
      expect(union(a, a)).toEqual(minimize(a))
      expect(intersect(a, a)).toEqual(minimize(a))
    }
  })

  test('union and intersect are commutative', () => {
    for (const [a, b] of triples) {
      expect(union(a, b)).toEqual(union(b, a))
      expect(intersect(a, b)).toEqual(intersect(b, a))
    }
  })

  test('union and intersect are associative', () => {
    for (const [a, b, c] of triples) {
      expect(union(union(a, b), c)).toEqual(union(a, union(b, c)))
      expect(intersect(intersect(a, b), c)).toEqual(intersect(a, intersect(b, c)))
    }
  })

  test('union and intersect absorb and distribute over each other', () => {
    for (const [a, b, c] of triples) {
      expect(union(a, intersect(a, b))).toEqual(minimize(a))
      expect(intersect(a, union(a, b))).toEqual(minimize(a))
      expect(intersect(a, union(b, c))).toEqual(union(intersect(a, b), intersect(a, c)))
    }
  })

  test('union is the least that covers both, intersect the most that both cover', () => {
    for (const [a, b, c] of triples) {
      expect(covers(union(a, b), a) && covers(union(a, b), b)).toBe(true)
      expect(covers(a, intersect(a, b)) && covers(b, intersect(a, b))).toBe(true)
      if (covers(c, a) && covers(c, b)) expect(covers(c, union(a, b))).toBe(true)
      if (covers(a, c) && covers(b, c)) expect(covers(intersect(a, b), c)).toBe(true)
    }
  })

  test('what covers the same is minimized to the same', () => {
    for (const [a, b] of triples) {
      expect(equals(a, b)).toBe(minimize(a).join(' ') === minimize(b).join(' '))
      expect(equals(a, minimize(a)) && equals(a, expand(a))).toBe(true)
      expect(minimize(expand(a))).toEqual(minimize(a))
    }
  })

  test('comparing is covering both ways', () => {
    for (const [a, b] of triples) {
      const answers = {
        true: { true: 'equal', false: 'wider' },
        false: { true: 'narrower', false: 'incomparable' },
      }
      expect(compare(a, b)).toBe(answers[`${covers(a, b)}`][`${covers(b, a)}`])
    }
  })

  test('asking again and again answers as asking once', () => {
    for (const [a, b] of triples) {
      expect(covering(a)(b)).toBe(covers(a, b))
      expect(covering(a)(algebra.parse(b))).toBe(covers(a, b))
    }
  })

  test('a path begins with what was granted, ends with what is needed, and each step includes the next', () => {
    for (const [a, b] of triples) {
      const told = explain(a, b)
      expect(told.map(({ scope }) => scope)).toEqual(algebra.parse(b))
      expect(told.filter(({ path }) => path === undefined).map(({ scope }) => scope)).toEqual(missing(a, b))
      for (const { scope, path = [scope] } of told.filter(({ path }) => path !== undefined)) {
        expect(algebra.parse(a)).toContain(path[0])
        expect(path.at(-1)).toBe(scope)
        for (const [step, included] of path.slice(1).entries()) {
          expect(covers([path[step] ?? ''], [included])).toBe(true)
        }
      }
    }
  })
})

test('a path tells what was granted and what lies between', () => {
  const { explain } = createScopeAlgebra(hierarchy)
  expect(explain('linodes', 'linodes:view vpc:read_only')).toEqual([
    { scope: 'linodes:read_only', path: ['linodes:*', 'linodes:read_write', 'linodes:read_only'] },
    { scope: 'vpc:read_only', path: undefined },
  ])
  expect(explain('*', 'new:one')).toEqual([{ scope: 'new:one', path: ['*', 'new:one'] }])
})

test('everything is the wildcard and each scope that is known', () => {
  const { expand } = createScopeAlgebra(hierarchy)
  expect(expand('*')).toEqual(['*', ...Object.keys(hierarchy.includes)].sort())
})

test('1 MB of scopes is refused however it is asked', () => {
  const algebra = createScopeAlgebra(hierarchy)
  const text = 'linodes:x '.repeat(100_000)
  const tooLong = expect.objectContaining({ code: 'too_long' })
  expect(() => algebra.union(text, '')).toThrow(tooLong)
  expect(() => algebra.intersect('', text.split(' '))).toThrow(tooLong)
  expect(() => algebra.explain('*', text)).toThrow(tooLong)
  expect(() => algebra.covering(text)).toThrow(tooLong)
  expect(() => algebra.covering('')(text)).toThrow(tooLong)
  expect(() => algebra.covering('*')(text.split(' '))).toThrow(tooLong)
})
