import { expect, test } from 'vitest'
import { acme } from '../../spec/acme.fixture.js'
import { gitHub, slack } from '../../spec/providers.fixture.js'
import { emitted } from '../model.fixture.js'
import { hierarchy } from './hierarchy.js'

const PATH = 'client/generated/hierarchy.ts'

test('what families have in common is said once, and what departs from it stands apart', async () => {
  const { [PATH]: text } = await emitted(hierarchy)
  expect(text).toContain(`export const hierarchy: ScopeHierarchy = /* @__PURE__ */ withFamilies(
  {
    levels: {
      read: { includes: [], aliases: ['view'] },
      write: { includes: ['read'], aliases: [] },
    },
    bare: 'write',
    nothing: ['none'],
    families: {
      box: ['read', 'write'],
      gift_card: ['read', 'write'],
      stamp: ['read'],
    },
    folded: {
      crate: 'box',
      parcel: 'box',
    },
  },
  {
    includes: {
      'gift_card:write': ['gift_card:read', 'box:read'],
      offline: ['box:read'],
    },
    aliases: {
      forever: 'offline',
    },
    wildcard: '*',
    separators: { read: ' ,', write: ' ' },
    ignoreCase: true,
  },
)
`)
})

test('a scope or an alias may be called like what every object has', async () => {
  const names = ['__proto__', 'constructor', 'prototype', 'toString']
  const singles = names.map(
    (name, index) =>
      `  ${name}: { name: odd${index}, description: It is odd ${index}., aliases: [old${index}] }\n`,
  )
  const aliased = acme.scopes
    .replace('ignoreCase: true', 'ignoreCase: false')
    .replace('\nscopes:\n', `\nscopes:\n${singles.join('')}`)
    .replace('aliases: [forever]', 'aliases: [hasOwnProperty, __defineGetter__]')
  const { [PATH]: text = '' } = await emitted(hierarchy, { ...acme, scopes: aliased })
  const rest = new Function('withFamilies', `return ${text.slice(text.indexOf('/* @__PURE__'))}`)(
    (_: unknown, departing: unknown) => departing,
  )
  expect(Object.keys(rest.includes)).toEqual(expect.arrayContaining(names))
  expect(Object.getPrototypeOf(rest.includes)).toBe(Object.prototype)
  expect(Object.entries(rest.aliases)).toEqual(
    expect.arrayContaining([
      ['old0', '__proto__'],
      ['hasOwnProperty', 'offline'],
      ['__defineGetter__', 'offline'],
    ]),
  )
})

test('what a provider lacks is said, not left out', async () => {
  const { [PATH]: text } = await emitted(hierarchy, slack)
  expect(text).toContain('    bare: undefined,\n    nothing: [],\n')
  expect(text).toContain(
    "    aliases: {},\n    wildcard: undefined,\n    separators: { read: ',', write: ',' },\n    ignoreCase: false,\n",
  )
})

test('without families everything is written out', async () => {
  const { [PATH]: text } = await emitted(hierarchy, gitHub)
  expect(text).toContain('export const hierarchy: ScopeHierarchy = {\n  includes: {\n')
  expect(text).toContain("import type { ScopeHierarchy } from '../provider/hierarchy.js'\n")
})
