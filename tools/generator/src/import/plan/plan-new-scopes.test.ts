import { expect, test } from 'vitest'
import { judgeScopes } from './judge-scopes.js'
import { documentOf, scopes } from './plan.fixture.js'
import { planNewScopes } from './plan-new-scopes.js'

/** What a document brings that lists some scopes. */
function brought(...listed: readonly string[]) {
  const document = documentOf([], ...listed)
  return planNewScopes(document, scopes, judgeScopes(document, scopes))
}

test('what is known already brings nothing', () => {
  expect(brought('box:read', 'offline')).toEqual({ edits: [], told: [] })
})

test('a new family is proposed with words made of its id, marked as a guess', () => {
  const entry = { name: 'RocketShip', title: 'Rocket Ship', things: 'your rocket ship', guessed: true }
  expect(brought('rocket_ship:write', 'rocket_ship:read')).toEqual({
    edits: [{ kind: 'family', id: 'rocket_ship', entry }],
    told: [{ kind: 'family', key: 'rocket_ship', after: entry, text: 'rocket_ship, with read, write' }],
  })
})

test('its levels are written only where it shows the lowest alone, and its name is free', () => {
  const entries = brought('boxes:read', 'boxes:write', 'rocket:read', 'cow:write').edits
  expect(entries.map((edit) => edit.kind === 'family' && [edit.entry.name, edit.entry.levels])).toEqual([
    ['Boxes2', undefined],
    ['Rocket', ['read']],
    ['Cow', undefined],
  ])
})

test('a family that was retired is back, and a level that it did not have is put in its order', () => {
  expect(brought('stamp:write', 'stamp:read')).toEqual({
    edits: [
      { kind: 'levels', id: 'stamp', levels: ['read', 'write'] },
      { kind: 'revive', section: 'families', id: 'stamp' },
    ],
    told: [
      { kind: 'level', key: 'stamp', before: ['read'], after: ['read', 'write'], text: 'stamp:write' },
      { kind: 'back', key: 'stamp', before: { declared: '1.0.0', removed: '2.0.0' }, text: 'stamp' },
    ],
  })
})
