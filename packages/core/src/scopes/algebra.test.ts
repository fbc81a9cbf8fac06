import { expect, test } from 'vitest'
import { hierarchy } from '../generated/hierarchy.js'
import { createScopeAlgebra } from './algebra.js'
import type { ScopeHierarchy } from './hierarchy.js'
import { chance } from './random.fixture.js'

const linode = createScopeAlgebra(hierarchy)

/** A tree with parents that are scopes themselves, levels before families, and other separators for each way. */
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

test('of scopes that include each other one stands for all', () => {
  const round = createScopeAlgebra({
    includes: { a: ['b'], b: ['c'], c: ['a'], top: ['c'] },
    aliases: {},
    wildcard: undefined,
    separators: { read: ' ', write: ' ' },
    ignoreCase: false,
  })
  expect(round.minimize('c b a')).toEqual(['a'])
  expect(round.minimize('c b top')).toEqual(['top'])
  expect(round.covers('b', 'a c')).toBe(true)
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
  expect(() => linode.parse('x'.repeat(64 * 1024 + 1))).toThrow(expect.objectContaining({ code: 'too_long' }))
  expect(() => linode.covers('', ['x'.repeat(70_000)])).toThrow(expect.objectContaining({ code: 'too_long' }))
})

test('a deep hierarchy takes linear time', () => {
  const names = Array.from({ length: 10_000 }, (_, index) => `s${index}`)
  const chain = createScopeAlgebra({
    includes: Object.fromEntries(names.map((name, index) => [name, names.slice(index + 1, index + 2)])),
    aliases: {},
    wildcard: undefined,
    separators: { read: ' ', write: ' ' },
    ignoreCase: false,
  })
  const start = performance.now()
  expect(chain.covers('s0', 's9999')).toBe(true)
  expect(chain.minimize(names.slice(0, 9000).join(' '))).toEqual(['s0'])
  expect(performance.now() - start).toBeLessThan(500)
})

const known = [
  ...Object.keys(hierarchy.includes),
  ...Object.keys(hierarchy.aliases),
  '*',
  'new:x',
  'constructor',
  'ÀÉ',
]
const texts = Array.from({ length: 400 }, (_, seed) => {
  const next = chance(seed)
  return Array.from({ length: next(8) }, () => known[next(known.length)] ?? '').join(
    [' ', ',', ' , '][next(3)],
  )
})

test('for 400 texts: canonical form is reached in one step, and means the same', () => {
  for (const text of texts) {
    const scopes = linode.parse(text)
    const fewest = linode.minimize(scopes)
    expect(linode.parse(linode.serialize(scopes))).toEqual(scopes)
    expect(linode.serialize(scopes)).toBe(linode.serialize(text))
    expect(linode.covers(scopes, text) && linode.covers(text, scopes)).toBe(true)
    expect(linode.covers(fewest, scopes)).toBe(true)
    expect(linode.minimize(fewest)).toEqual(fewest)
    for (const one of fewest) {
      const others = fewest.filter((scope) => scope !== one)
      expect(linode.covers(others, [one])).toBe(false)
    }
  }
})

test('for 400 pairs: what is missing is all that is missing, and covering is transitive', () => {
  texts.forEach((needed, index) => {
    const granted = texts[(index * 7 + 1) % texts.length] ?? ''
    const other = texts[(index * 13 + 5) % texts.length] ?? ''
    const missing = linode.missing(granted, needed)
    expect(linode.covers([...linode.parse(granted), ...missing], needed)).toBe(true)
    expect(missing.every((scope) => !linode.covers(granted, [scope]))).toBe(true)
    if (linode.covers(other, granted))
      expect(linode.missing(other, needed).every((one) => missing.includes(one))).toBe(true)
  })
})

test('for 400 texts of any characters: nothing throws', () => {
  for (let seed = 0; seed < 400; seed += 1) {
    const next = chance(seed)
    const text = String.fromCharCode(...Array.from({ length: next(40) }, () => next(0x1_00_00)))
    const scopes = linode.parse(text)
    expect(linode.covers(text, scopes)).toBe(true)
    expect(linode.parse(linode.serialize(scopes))).toEqual(scopes)
  }
})
