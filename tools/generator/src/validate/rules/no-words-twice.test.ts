import { expect, test } from 'vitest'
import { type Edit, faultsAfter, rawFaultsAfter } from '../faults.fixture.js'

const told = (marked: string, text: string, twin: string) =>
  `${marked}: "${text}" is described as "${twin}" is, in the same words: write other words for one of the two`

test.each<[string, Edit, string]>([
  [
    'families of the same things',
    ['scopes', '  stamp: {', '  chest: { name: Chests, things: your boxes }\n  stamp: {'],
    told('your boxes', 'chest:read', 'box:read'),
  ],
  [
    'levels with the same sentence',
    ['scopes', "'Change {things}.'", "'See {things}.'"],
    told(`'See {things}.'`, 'box:write', 'box:read'),
  ],
  [
    'a single scope and the wildcard',
    ['scopes', 'description: Stay signed in.', 'description: Do everything.'],
    told('Do everything.', '*', 'offline'),
  ],
])('%s are told once, at the words that make them alike', async (_, edit, fault) => {
  expect(await faultsAfter(edit)).toEqual([fault])
})

test('a sentence that a family has for itself is told, not that of the level', async () => {
  const edit: Edit = [
    'scopes',
    'things: your boxes',
    'things: your boxes, descriptions: { read: Change your boxes. }',
  ]
  expect(await faultsAfter(edit)).toEqual([told('Change your boxes.', 'box:read', 'box:write')])
  expect(await rawFaultsAfter(edit)).toMatchObject([{ also: [{ says: 'the words of "box:write"' }] }])
})

test('what is retired may have the words of what came after it', async () => {
  expect(await faultsAfter(['scopes', 'things: your stamps', 'things: your boxes'])).toEqual([])
})

test('families of the same things have other words where they have sentences of their own', async () => {
  const descriptions = 'descriptions: { read: Look at them., write: Move them. }'
  const chest = `  chest: { name: Chests, things: your boxes, ${descriptions} }\n  stamp: {`
  expect(await faultsAfter(['scopes', '  stamp: {', chest])).toEqual([])
})
