// The laws that scopes keep, whoever's they are: properties that hold for whatever fast-check can think of.
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { hierarchy } from '../generated/hierarchy.js'
import type { ScopeHierarchy } from '../provider/hierarchy.js'
import { createScopeAlgebra } from './algebra.js'

// Other cases in each run; a law that breaks tells the seed to see it again with.
fc.configureGlobal({ numRuns: 200 })
// They are about what holds, not about how long it takes a busy machine to try.
vi.setConfig({ testTimeout: 60_000 })

const plain = { aliases: {}, wildcard: undefined, separators: { read: ' ,', write: ' ' }, ignoreCase: false }

/** Parents are scopes themselves, and the level stands before the family. */
const tree: ScopeHierarchy = {
  ...plain,
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
}

/** Four verbs for each thing, and two scopes that hold one verb or all of them for everything. */
const things = ['droplet', 'domain', 'volume']
const fourVerbs: ScopeHierarchy = {
  ...plain,
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
}

/**
 * Any hierarchy of up to twelve scopes, each including some of those behind it, or of all:
 * some go in a circle then.
 */
const anyHierarchy = (circles: boolean): fc.Arbitrary<ScopeHierarchy> =>
  fc
    .record({
      below: fc.array(fc.array(fc.nat(11), { maxLength: 4 }), { minLength: 1, maxLength: 12 }),
      wildcard: fc.constantFrom('*', undefined),
      ignoreCase: fc.boolean(),
      separators: fc.constantFrom(
        { read: ' ,', write: ' ' },
        { read: ',', write: ',' },
        { read: '+ ', write: '+' },
      ),
    })
    .map(({ below, ...rest }) => ({
      ...rest,
      aliases: { old: 's0', nothing: '' },
      includes: Object.fromEntries(
        below.map((steps, index) => {
          const names = steps
            .map((step) => (circles ? step : index + 1 + step))
            .filter((name) => name < below.length)
          return [`s${index}`, [...new Set(names)].map((name) => `s${name}`)]
        }),
      ),
    }))

/**
 * Any letter there is, halves of pairs among them: `unit: 'binary'` means the same, and takes a second to make a
 * table of all.
 */
const unit = fc.nat(0x10ffff).map(
  (point) => String.fromCodePoint(point),
  (letter) => {
    const [point, ...more] = [...String(letter)].map((one) => one.codePointAt(0))
    if (point === undefined || more.length > 0) throw new Error('not one letter')
    return point
  },
)

/**
 * A provider's algebra, and scopes to ask it of: known and unknown, old and new, as a
 * text or a list, in any order.
 */
function questionsTo(provider: ScopeHierarchy) {
  const { includes, aliases, wildcard, separators } = provider
  const words = [...Object.keys(includes), ...Object.keys(aliases), 'new:one', 'constructor', '__proto__']
  const word = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...words, ...(wildcard === undefined ? [] : [wildcard])) },
    { weight: 1, arbitrary: fc.string({ unit, maxLength: 5 }) },
  )
  const list = fc.array(word, { maxLength: 6 })
  const scopes = fc.oneof(
    list,
    list.map((some) => some.join(separators.write)),
  )
  return fc.record({
    algebra: fc.constant(createScopeAlgebra(provider)),
    separators: fc.constant(separators),
    a: scopes,
    b: scopes,
    c: scopes,
    chance: fc.infiniteStream(fc.nat()),
  })
}

describe.each([
  ['Linode', questionsTo(hierarchy)],
  ['a tree like GitHub’s', questionsTo(tree)],
  ['four verbs like DigitalOcean’s', questionsTo(fourVerbs)],
  ['any hierarchy', anyHierarchy(false).chain(questionsTo)],
  ['any hierarchy, scopes that include each other among them', anyHierarchy(true).chain(questionsTo)],
])('for scopes of %s', (_, given) => {
  type Given = typeof given extends fc.Arbitrary<infer Value> ? Value : never

  /** Scopes on the left and on the right that must be the same. */
  const law = (name: string, check: (given: Given) => void): void => {
    test(name, () => fc.assert(fc.property(given, check)))
  }

  law('union and intersect are idempotent', ({ algebra: { union, intersect, minimize }, a }) => {
    expect(union(a, a)).toEqual(minimize(a))
    expect(intersect(a, a)).toEqual(minimize(a))
  })

  law('union and intersect are commutative', ({ algebra: { union, intersect }, a, b }) => {
    expect(union(a, b)).toEqual(union(b, a))
    expect(intersect(a, b)).toEqual(intersect(b, a))
  })

  law('union and intersect are associative', ({ algebra: { union, intersect }, a, b, c }) => {
    expect(union(union(a, b), c)).toEqual(union(a, union(b, c)))
    expect(intersect(intersect(a, b), c)).toEqual(intersect(a, intersect(b, c)))
  })

  law('union and intersect absorb each other', ({ algebra: { union, intersect, minimize }, a, b }) => {
    expect(union(a, intersect(a, b))).toEqual(minimize(a))
    expect(intersect(a, union(a, b))).toEqual(minimize(a))
  })

  law('intersect distributes over union', ({ algebra: { union, intersect }, a, b, c }) => {
    expect(intersect(a, union(b, c))).toEqual(union(intersect(a, b), intersect(a, c)))
  })

  law(
    'union is the least that covers both, intersect the most that both cover',
    ({ algebra: { covers, union, intersect }, a, b, c }) => {
      expect(covers(union(a, b), a) && covers(union(a, b), b)).toBe(true)
      expect(covers(a, intersect(a, b)) && covers(b, intersect(a, b))).toBe(true)
      if (covers(c, a) && covers(c, b)) expect(covers(c, union(a, b))).toBe(true)
      if (covers(a, c) && covers(b, c)) expect(covers(intersect(a, b), c)).toBe(true)
    },
  )

  law('covering is an order', ({ algebra: { covers, equals, union }, a, b, c }) => {
    expect(covers(a, a) && covers(union(a, union(b, c)), a)).toBe(true)
    if (covers(a, b) && covers(b, c)) expect(covers(a, c)).toBe(true)
    expect(equals(a, b)).toBe(covers(a, b) && covers(b, a))
  })

  law('minimize is the one smallest set that covers the same', ({ algebra, a, b, chance }) => {
    const { covers, equals, expand, minimize, parse } = algebra
    const smallest = minimize(a)
    expect(equals(smallest, a) && equals(expand(a), a)).toBe(true)
    // Whatever else covers the same holds each of its scopes, or one that is its equal.
    const same = [...smallest, ...expand(a).filter(() => (chance.next().value ?? 0) % 2 === 0)].reverse()
    expect(minimize(same)).toEqual(smallest)
    expect(equals(a, b)).toBe(minimize(b).join(' ') === smallest.join(' '))
    const others = parse(algebra.serialize(b))
    if (equals(a, b)) {
      for (const one of smallest) expect(others.some((other) => equals([other], [one]))).toBe(true)
    }
    for (const one of smallest) {
      expect(
        covers(
          smallest.filter((other) => other !== one),
          [one],
        ),
      ).toBe(false)
    }
  })

  law('C12 A26 no scope is the least, and covers nothing but itself', ({ algebra, a }) => {
    expect(algebra.covers(a, '')).toBe(true)
    expect(algebra.covers('', a)).toBe(algebra.minimize(a).length === 0)
    expect(algebra.union(a, [])).toEqual(algebra.minimize(a))
    expect(algebra.intersect(a, [])).toEqual([])
  })

  law('C16 A25 what is missing is what must be added, no less and no more', ({ algebra, a, b, c }) => {
    const { covers, minimize, missing, union } = algebra
    const lacking = missing(a, b)
    expect(covers(union(a, lacking), b)).toBe(true)
    expect(lacking.length === 0).toBe(covers(a, b))
    expect(lacking.some((scope) => covers(a, [scope]))).toBe(false)
    expect(missing(a, lacking)).toEqual(lacking)
    expect(missing(union(a, c), b).every((scope) => lacking.includes(scope))).toBe(true)
    expect(missing(minimize(a), b)).toEqual(lacking)
  })

  law('a scope that nobody knows is kept, and covered by itself and the wildcard alone', ({ algebra, a }) => {
    const strange = 'never_heard_of:read_only'
    const whole = algebra.expand(a).includes('*') && algebra.covers(a, 'never_heard_of:other')
    expect(algebra.covers(a, strange)).toBe(whole)
    expect(algebra.union(a, strange).includes(strange)).toBe(!whole)
    expect(algebra.expand(strange)).toEqual([strange])
  })

  law('comparing is covering both ways', ({ algebra: { compare, covers }, a, b }) => {
    const answers = {
      true: { true: 'equal', false: 'wider' },
      false: { true: 'narrower', false: 'incomparable' },
    }
    expect(compare(a, b)).toBe(answers[`${covers(a, b)}`][`${covers(b, a)}`])
  })

  law(
    'asking again and again answers as asking once',
    ({ algebra: { covering, covers, parse, serialize }, a, b }) => {
      const ask = covering(a)
      expect(ask(b)).toBe(covers(a, b))
      expect(ask(parse(serialize(b)))).toBe(covers(a, b))
      expect(ask(serialize(b))).toBe(covers(a, b))
    },
  )

  law(
    'a path leads from what was granted to what is needed, each step including the next',
    ({ algebra, a, b }) => {
      const { covers, explain, missing, parse, serialize } = algebra
      const told = explain(a, b)
      expect(told.map(({ scope }) => scope)).toEqual(parse(serialize(b)))
      expect(told.filter(({ path }) => path === undefined).map(({ scope }) => scope)).toEqual(missing(a, b))
      for (const { scope, path } of told) {
        if (path === undefined) continue
        expect(parse(serialize(a))).toContain(path[0])
        expect(path.at(-1)).toBe(scope)
        for (const [step, included] of path.slice(1).entries()) {
          expect(covers([path[step] ?? ''], [included])).toBe(true)
        }
      }
    },
  )

  law(
    'what is written reads back the same, in one order, however it was written',
    ({ algebra, separators, a, chance }) => {
      const { parse, serialize } = algebra
      const scopes = parse(serialize(a))
      expect(parse(serialize(scopes))).toEqual(scopes)
      expect(scopes).toEqual([...new Set(scopes)].sort())
      const turn = (chance.next().value ?? 0) % (scopes.length + 1)
      const otherwise = [...scopes.slice(turn), ...scopes.slice(0, turn)]
        .map((scope) => `${scope}${separators.read.at((chance.next().value ?? 0) % separators.read.length)}`)
        .join(separators.read)
      expect(serialize(otherwise)).toBe(serialize(a))
    },
  )

  test('nothing throws, whatever the text', () => {
    const text = fc.string({ unit, maxLength: 200 })
    fc.assert(
      fc.property(given, text, text, ({ algebra, a }, one, other) => {
        const { parse, serialize, covers, covering, missing, minimize, expand, explain } = algebra
        expect(parse(serialize(one))).toEqual(parse(one))
        expect(covers(one, parse(one)) && covering(one)(one)).toBe(true)
        for (const ask of [algebra.union, algebra.intersect, algebra.compare, algebra.equals]) ask(one, other)
        for (const ask of [missing, explain, covers]) ask(a, other)
        for (const ask of [minimize, expand]) ask(one)
      }),
    )
  })
})

test('letters count in either case where the provider says so, and no foreign letter becomes one of ours', () => {
  const { parse } = createScopeAlgebra(hierarchy)
  const known = fc.constantFrom(...Object.keys(hierarchy.includes), ...Object.keys(hierarchy.aliases))
  fc.assert(
    fc.property(known, fc.bigInt(), (scope, bits) => {
      const written = [...scope].map((letter, at) =>
        (bits >> BigInt(at)) & 1n ? letter.toUpperCase() : letter,
      )
      expect(parse(written.join(''))).toEqual(parse(scope))
    }),
  )
  expect(parse('l\u212ae:*')).toEqual(['l\u212ae:*'])
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
