import { expect, test } from 'vitest'
import { acme } from '../spec/acme.fixture.js'
import { slack } from '../spec/providers.fixture.js'
import { hierarchy } from './hierarchy.js'
import { emitted } from './model.fixture.js'

const PATH = 'client/generated/hierarchy.ts'

test('every scope has what it includes directly, the wildcard standing apart', async () => {
  const { [PATH]: text } = await emitted(hierarchy)
  expect(text).toContain(`export const hierarchy: ScopeHierarchy = {
  includes: {
    'box:read': [],
    'box:write': ['box:read'],
    'gift_card:read': [],
    'gift_card:write': ['gift_card:read', 'box:read'],
    'stamp:read': [],
    offline: ['box:read'],
  },
`)
  expect(text).toContain(
    "  wildcard: '*',\n  separators: { read: ' ,', write: ' ' },\n  ignoreCase: true,\n}\n",
  )
})

test('every other spelling stands for a scope or for nothing', async () => {
  const { [PATH]: text } = await emitted(hierarchy)
  expect(text).toContain(
    "    none: '',\n    box: 'box:write',\n    'box:view': 'box:read',\n    'box:none': '',\n",
  )
  expect(text).toContain("    forever: 'offline',\n")
})

test('a scope or an alias may be called like what every object has', async () => {
  const names = ['__proto__', 'constructor', 'prototype', 'toString']
  const singles = names.map(
    (name, index) => `  ${name}: { name: odd${index}, description: It is odd., aliases: [old${index}] }\n`,
  )
  const aliased = acme.scopes
    .replace('ignoreCase: true', 'ignoreCase: false')
    .replace('\nscopes:\n', `\nscopes:\n${singles.join('')}`)
    .replace('aliases: [forever]', 'aliases: [hasOwnProperty, __defineGetter__]')
  const { [PATH]: text = '' } = await emitted(hierarchy, { ...acme, scopes: aliased })
  const value = new Function(`return ${text.slice(text.indexOf('= {') + 2)}`)()
  expect(Object.keys(value.includes)).toEqual(expect.arrayContaining(names))
  expect(Object.getPrototypeOf(value.includes)).toBe(Object.prototype)
  expect(Object.entries(value.aliases)).toEqual(
    expect.arrayContaining([
      ['old0', '__proto__'],
      ['hasOwnProperty', 'offline'],
      ['__defineGetter__', 'offline'],
    ]),
  )
})

test('what a provider lacks is said, not left out', async () => {
  const { [PATH]: text } = await emitted(hierarchy, slack)
  expect(text).toContain(
    "  aliases: {},\n  wildcard: undefined,\n  separators: { read: ',', write: ',' },\n  ignoreCase: false,\n",
  )
})
