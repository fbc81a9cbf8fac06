import { expect, test } from 'vitest'
import { faultsAfter } from '../faults.fixture.js'

test('a level that no family has is idle', async () => {
  const level = "  own: { name: own, title: '{title}: own', description: 'See your {things}.' }\n"
  const edits = [
    ['scopes', 'nothing:', `${level}nothing:`],
    ['scopes', 'things: your boxes }', 'things: your boxes, levels: [read, write] }'],
    ['scopes', 'things: your gift cards\n', 'things: your gift cards\n    levels: [read, write]\n'],
  ] as const
  expect(await faultsAfter(...edits)).toEqual([
    'own: no family has the level "own", so it makes no scope: give it to a family, or take it out',
  ])
  expect(await faultsAfter(...edits.slice(0, 2))).toEqual([])
})

test('words and includes for a level that a family does not have are idle', async () => {
  const advice =
    '"stamp" does not have the level "write", so this means nothing: take it out, or add the level'
  for (const more of ['descriptions: { write: Send stamps. }', "includes: { write: ['box:read'] }"]) {
    expect(await faultsAfter(['scopes', 'levels: [read],', `levels: [read], ${more},`])).toEqual([
      `write: ${advice}`,
    ])
  }
})
