import { expect, test } from 'vitest'
import { hierarchy } from '../generated/hierarchy.js'
import { OAuthScopes } from '../index.js'
import type { ScopeHierarchy } from '../provider/hierarchy.js'
import { createScopeAlgebra } from './algebra.js'

const linode = createScopeAlgebra(hierarchy)

const tooLong = expect.objectContaining({ code: 'too_long' })

/**
 * A tree with parents that are scopes themselves, levels before families, and other separators for each way.
 */
const github = createScopeAlgebra({
  includes: {
    repo: ['repo:status', 'public_repo'],
    'repo:status': [],
    public_repo: [],
    'admin:org': ['write:org'],
    'write:org': ['read:org'],
    'read:org': [],
  },
  aliases: {},
  wildcard: undefined,
  separators: { read: ' ,', write: ' ' },
  ignoreCase: false,
})

test.each([
  ['linodes:read_only domains:*', ['domains:*', 'linodes:read_only']],
  ['linodes:read_only,domains:*', ['domains:*', 'linodes:read_only']],
  [' ,linodes:*, ,linodes:* ', ['linodes:*']],
  ['LINODES:READ_ONLY', ['linodes:read_only']],
  ['linodes', ['linodes:*']],
  ['linodes:view', ['linodes:read_only']],
  ['linodes:create linodes:modify linodes:delete', ['linodes:read_write']],
  ['linodes:none', []],
  ['none', []],
  ['tokens:read_write users:view', ['account:read_only', 'account:read_write']],
  ['zones', ['domains:*']],
  ['*', ['*']],
  ['', []],
  ['linodes:a:b', ['linodes:a:b']],
  ['brand_new:read_only', ['brand_new:read_only']],
  ['__proto__ constructor toString', ['__proto__', 'constructor', 'tostring']],
  ['l\u212ae:*', ['l\u212ae:*']],
  // No separators of Linode's: what they stand in is one word that isn't known.
  ['linodes:read_only\tdomains:*', ['linodes:read_only\tdomains:*']],
  ['linodes:*\n', ['linodes:*\n']],
])('%j is read as %j', (text, scopes) => {
  expect(linode.parse(text)).toEqual(scopes)
})

test('scopes are written in canonical form', () => {
  expect(linode.serialize(['linodes:read_only', 'domains', 'linodes:view'])).toBe(
    'domains:* linodes:read_only',
  )
  expect(linode.serialize('b,a')).toBe('a b')
  expect(linode.serialize([])).toBe('')
})

test.each([
  ['linodes:*', 'linodes:read_only', true],
  ['linodes:*\n', 'linodes:read_only', false],
  ['linodes:read_only\tdomains:*', 'domains:*', false],
  ['linodes:*', 'linodes:read_write linodes:read_only', true],
  ['linodes:read_write', 'linodes:read_only', true],
  ['linodes:read_only', 'linodes:read_write', false],
  ['linodes:read_write', 'linodes:*', false],
  ['linodes:*', 'domains:read_only', false],
  ['*', 'linodes:* domains:read_only brand_new:x', true],
  ['linodes:*', '*', false],
  ['account:*', 'users:delete', true],
  ['brand_new:x', 'brand_new:x', true],
  ['brand_new:*', 'brand_new:x', false],
  ['linodes:*', '', true],
  ['__proto__', 'constructor', false],
])('%j covers %j: %j', (granted, needed, answer) => {
  expect(linode.covers(granted, needed)).toBe(answer)
  expect(linode.missing(granted, needed).length === 0).toBe(answer)
})

test('A26 C12 no scope covers nothing but nothing', () => {
  expect(linode.covers('', 'linodes:read_only')).toBe(false)
  expect(linode.covers([], [])).toBe(true)
})

test.each(['covers', 'missing'] as const)('A26 %s refuses a third argument, lest it go unseen', (name) => {
  for (const algebra of [OAuthScopes, linode]) {
    const ask = () => Reflect.apply(algebra[name], undefined, ['linodes:*', 'linodes:read_only', 'domains:*'])
    expect(ask).toThrow('needed: expected one scope, or one list of several')
  }
})

test('what is missing is told', () => {
  expect(linode.missing(['linodes:*'], ['linodes:read_only', 'domains:*', 'x'])).toEqual(['domains:*', 'x'])
})

test.each([
  ['linodes:* linodes:read_only domains:read_only', 'domains:read_only linodes:*'],
  ['* linodes:* x', '*'],
  ['x y x', 'x y'],
  ['', ''],
])('the fewest scopes for %j are %j', (scopes, fewest) => {
  expect(linode.minimize(scopes).join(' ')).toBe(fewest)
})

test('another provider’s hierarchy works as well', () => {
  expect(github.covers('repo admin:org', 'public_repo,read:org')).toBe(true)
  expect(github.covers('repo', 'REPO')).toBe(false)
  expect(github.missing('*', 'repo')).toEqual(['repo'])
  expect(github.minimize('read:org admin:org repo:status')).toEqual(['admin:org', 'repo:status'])
})

test('a scope may be called like what every object has', () => {
  const odd = createScopeAlgebra({
    includes: { ['__proto__']: ['constructor'], constructor: [], toString: ['__proto__'] },
    aliases: { prototype: '__proto__', ['__defineGetter__']: 'constructor' },
    wildcard: undefined,
    separators: { read: ' ', write: ' ' },
    ignoreCase: false,
  })
  expect(odd.parse('prototype __defineGetter__ valueOf')).toEqual(['__proto__', 'constructor', 'valueOf'])
  expect(odd.expand('toString')).toEqual(['__proto__', 'constructor', 'toString'])
  expect(odd.covers('prototype', 'constructor')).toBe(true)
  expect(odd.covers('constructor', 'valueOf')).toBe(false)
})

test('of scopes that include each other one stands for all', () => {
  const round = createScopeAlgebra({
    includes: { a: ['b'], b: ['c'], c: ['a'], top: ['c'] },
    aliases: {},
    wildcard: undefined,
    separators: { read: ' ', write: ' ' },
    ignoreCase: false,
  })
  expect(round.minimize('c b a')).toEqual(['a'])
  expect(round.minimize('c')).toEqual(['a'])
  expect(round.minimize('c b top')).toEqual(['top'])
  expect(round.covers('b', 'a c')).toBe(true)
})

test('a wildcard may stand among the scopes too', () => {
  const odd = createScopeAlgebra({
    includes: { a: [], all: ['a'], b: [] },
    aliases: {},
    wildcard: 'all',
    separators: { read: ' ', write: ' ' },
    ignoreCase: false,
  })
  for (const granted of ['a', 'b', 'all']) {
    for (const needed of ['a', 'b', 'all', 'c']) {
      expect(odd.covering(granted)(needed)).toBe(odd.covers(granted, needed))
    }
  }
})

test('a separator may be any character', () => {
  const odd: ScopeHierarchy = {
    includes: {},
    aliases: {},
    wildcard: undefined,
    separators: { read: ']^-\\', write: '-' },
    ignoreCase: false,
  }
  expect(createScopeAlgebra(odd).serialize('b]a^c-d\\e')).toBe('a-b-c-d-e')
})

test('nothing throws but what is longer than 64 KiB', () => {
  expect(linode.parse('x'.repeat(64 * 1024))).toHaveLength(1)
  expect(() => linode.parse('x'.repeat(64 * 1024 + 1))).toThrow(tooLong)
  expect(() => linode.covers('', ['x'.repeat(70_000)])).toThrow(tooLong)
})

test('1 MB of scopes is refused however it is asked', () => {
  const text = 'linodes:x '.repeat(100_000)
  const few = Array.from({ length: 32 }, (_, index) => `${index}`.padEnd(32 * 1024, 'x'))
  for (const long of [text, text.split(' '), few]) {
    expect(() => linode.union(long, '')).toThrow(tooLong)
    expect(() => linode.intersect('', long)).toThrow(tooLong)
    expect(() => linode.explain('*', long)).toThrow(tooLong)
    expect(() => linode.covering(long)).toThrow(tooLong)
    expect(() => linode.covering('')(long)).toThrow(tooLong)
    expect(() => linode.covering('*')(long)).toThrow(tooLong)
  }
})

test('of a list without end no more is looked at than may be read', () => {
  let looked = 0
  const endless = new Proxy<string[]>([], {
    get: (list, name) => {
      if (name === 'length') return 2 ** 32 - 1
      if (typeof name === 'string' && /^\d+$/.test(name)) {
        looked += 1
        return 'x'
      }
      return Reflect.get(list, name)
    },
  })
  for (const ask of [linode.minimize, linode.covering, linode.covering('*'), linode.covering('')]) {
    looked = 0
    expect(() => ask(endless)).toThrow(tooLong)
    expect(looked).toBeLessThanOrEqual(64 * 1024)
  }
})

test('what a scope includes is followed as many times in a deep hierarchy as in a shallow one', () => {
  const perScope = [1000, 2000, 4000].map((size) => {
    let followed = 0
    class Counted extends Array<string> {
      override [Symbol.iterator]() {
        followed += 1
        return super[Symbol.iterator]()
      }
    }
    const names = Array.from({ length: size }, (_, index) => `s${index}`)
    const chain = createScopeAlgebra({
      includes: Object.fromEntries(
        names.map((name, index) => [name, Counted.from(names.slice(index + 1, index + 2))]),
      ),
      aliases: {},
      wildcard: undefined,
      separators: { read: ' ', write: ' ' },
      ignoreCase: false,
    })
    const all = names.join(' ')
    expect(chain.covers('s0', all)).toBe(true)
    expect(chain.missing('s1', all)).toEqual(['s0'])
    expect(chain.minimize(all)).toEqual(['s0'])
    expect(chain.union(all, 's0')).toEqual(['s0'])
    expect(chain.intersect(all, 's1')).toEqual(['s1'])
    expect(chain.expand('s0')).toHaveLength(size)
    expect(chain.compare('s0', 's1')).toBe('wider')
    expect(chain.explain('s0', `s${size - 1}`)[0]?.path).toHaveLength(size)
    return Math.round(followed / size)
  })
  expect(new Set(perScope).size).toBe(1)
})

const misspelt: never[] = [undefined, null, 5, {}, { readOnly: 'linodes:read_only' }].map(
  (one) => one as never,
)

test.each(misspelt)(
  '%o is no scopes, and one that a list holds is no scope: both are told, by the argument',
  (wrong) => {
    const questions: readonly [string, (scopes: never) => unknown][] = [
      ['scopes', (scopes) => linode.parse(scopes)],
      ['scopes', (scopes) => linode.serialize(scopes)],
      ['scopes', (scopes) => linode.minimize(scopes)],
      ['scopes', (scopes) => linode.expand(scopes)],
      ['granted', (scopes) => linode.covers(scopes, '*')],
      ['needed', (scopes) => linode.covers('*', scopes)],
      ['granted', (scopes) => linode.missing(scopes, '*')],
      ['needed', (scopes) => linode.missing('*', scopes)],
      ['granted', (scopes) => linode.covering(scopes)],
      ['needed', (scopes) => linode.covering('linodes:*')(scopes)],
      ['needed', (scopes) => linode.covering('*')(scopes)],
      ['one', (scopes) => linode.compare(scopes, '*')],
      ['other', (scopes) => linode.compare('*', scopes)],
      ['one', (scopes) => linode.union(scopes, '*')],
      ['other', (scopes) => linode.union('*', scopes)],
      ['one', (scopes) => linode.intersect(scopes, '*')],
      ['other', (scopes) => linode.intersect('*', scopes)],
      ['granted', (scopes) => linode.explain(scopes, '*')],
      ['needed', (scopes) => linode.explain('*', scopes)],
    ]
    for (const [argument, ask] of questions) {
      expect(() => ask(wrong)).toThrow(`${argument}: expected a scope or a list of scopes`)
      expect(() => ask(['linodes:*', wrong] as never)).toThrow(
        expect.objectContaining({
          name: 'ScopeError',
          code: 'malformed',
          operation: 'read-scopes',
          message: expect.stringMatching(`^${argument}: expected one scope each, not `),
        }),
      )
    }
  },
)
