import { expect, test } from 'vitest'
import { type ScopeFamilies, type ScopeHierarchy, withFamilies } from './hierarchy.js'

const families: ScopeFamilies = {
  levels: { read: { includes: [], aliases: ['view'] }, write: { includes: ['read'], aliases: [] } },
  bare: 'write',
  nothing: ['none'],
  families: { mail: ['read', 'write'], stamp: ['read'] },
  folded: { post: 'mail' },
}

const rest: ScopeHierarchy = {
  includes: { 'stamp:read': ['mail:read'], offline: ['mail:read'] },
  aliases: { forever: 'offline' },
  wildcard: undefined,
  separators: { read: ' ', write: ' ' },
  ignoreCase: false,
}

test('each family has its levels, and each level those below it; what departs from the ladder counts', () => {
  const { includes } = withFamilies(families, rest)
  expect(Object.entries(includes)).toEqual([
    ['mail:read', []],
    ['mail:write', ['mail:read']],
    ['stamp:read', ['mail:read']],
    ['offline', ['mail:read']],
  ])
})

test('families are spelled alone, by older names, and with words for nothing', () => {
  expect(Object.entries(withFamilies(families, rest).aliases)).toEqual([
    ['none', ''],
    ['mail', 'mail:write'],
    ['mail:view', 'mail:read'],
    ['mail:none', ''],
    ['stamp:view', 'stamp:read'],
    ['stamp:none', ''],
    ['post:read', 'mail:read'],
    ['post:write', 'mail:write'],
    ['post', 'mail:write'],
    ['post:view', 'mail:read'],
    ['post:none', ''],
    ['forever', 'offline'],
  ])
})

test('what is no matter of families stays as it is', () => {
  expect(withFamilies(families, rest)).toMatchObject({ wildcard: undefined, separators: rest.separators })
})

test('a family and a level may be called like what every object has', () => {
  const odd = '__proto__'
  const { includes, aliases } = withFamilies(
    {
      ...families,
      levels: { [odd]: { includes: [], aliases: ['constructor'] } },
      bare: odd,
      families: { [odd]: [odd], toString: [odd] },
      folded: { valueOf: odd },
    },
    rest,
  )
  expect(Object.keys(includes)).toEqual(expect.arrayContaining(['__proto__:__proto__', 'toString:__proto__']))
  expect(Object.entries(aliases)).toEqual(
    expect.arrayContaining([
      ['__proto__', '__proto__:__proto__'],
      ['__proto__:constructor', '__proto__:__proto__'],
      ['valueOf', '__proto__:__proto__'],
    ]),
  )
})

test('nothing is written out before it is asked for, and then once', () => {
  let asked = 0
  const counted = {
    ...families,
    get families() {
      asked += 1
      return families.families
    },
  }
  const hierarchy = withFamilies(counted, rest)
  expect([hierarchy.wildcard, asked]).toEqual([undefined, 0])
  expect(Object.keys(hierarchy.includes)).toContain('mail:read')
  expect([hierarchy.includes, hierarchy.aliases['post'], asked]).toEqual([
    hierarchy.includes,
    'mail:write',
    1,
  ])
})
