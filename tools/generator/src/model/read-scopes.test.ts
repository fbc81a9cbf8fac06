import { expect, test } from 'vitest'
import type { ScopesDocument } from '../spec/scopes-document.js'
import { readScopes } from './read-scopes.js'
import { allScopes } from './scope-model.js'

const levels = {
  low: { name: 'low', title: '{title}: low', description: 'See {things}.' },
  mid: { name: 'mid', title: '{title}: mid', description: 'Change {things}.', includes: ['low'] },
  top: { name: 'top', title: '{title}: top', description: 'Own {things}.', includes: ['mid'] },
}

function read(document: Partial<ScopesDocument>) {
  return readScopes({ separators: { read: [' '], write: ' ' }, levels, ...document })
}

test('a level may be called like what every object has', () => {
  const { families } = read({
    levels: { constructor: { name: 'maker', title: '{title}', description: 'Make {things}.' } },
    families: { box: { name: 'Boxes', things: 'your boxes', descriptions: {}, includes: {} } },
  })
  expect(families[0]?.scopes).toMatchObject([{ description: 'Make your boxes.', includes: [] }])
})

test('a family has a scope for each level, with the sentences filled in', () => {
  const { families } = read({ families: { box: { name: 'Boxes', things: 'your boxes' } } })
  expect(
    families[0]?.scopes.map(({ text, title, description, includes }) => [text, title, description, includes]),
  ).toEqual([
    ['box:low', 'Boxes: low', 'See your boxes.', []],
    ['box:mid', 'Boxes: mid', 'Change your boxes.', ['box:low']],
    ['box:top', 'Boxes: top', 'Own your boxes.', ['box:mid']],
  ])
})

test('a title and a sentence of its own win', () => {
  const { families } = read({
    families: {
      box: { name: 'Boxes', title: 'Big boxes', things: 'x', descriptions: { mid: 'Paint boxes.' } },
    },
  })
  expect(families[0]?.scopes[1]).toMatchObject({ title: 'Big boxes: mid', description: 'Paint boxes.' })
})

test('a level that a family lacks is passed over', () => {
  const { families } = read({ families: { box: { name: 'Boxes', things: 'x', levels: ['low', 'top'] } } })
  expect(families[0]?.scopes.map(({ text, includes }) => [text, includes])).toEqual([
    ['box:low', []],
    ['box:top', ['box:low']],
  ])
})

test('levels that include each other, which a rule refuses, do not hang', () => {
  const round = {
    a: { ...levels.low, includes: ['b'] },
    b: { ...levels.low, includes: ['a'] },
    c: levels.low,
  }
  const { families } = read({ levels: round, families: { box: { name: 'B', things: 'x', levels: ['c'] } } })
  expect(families[0]?.scopes).toHaveLength(1)
})

test('a family may include scopes of others', () => {
  const { families } = read({ families: { box: { name: 'B', things: 'x', includes: { low: ['lone'] } } } })
  expect(families[0]?.scopes[0]?.includes).toEqual(['lone'])
})

test('a scope without a family has its own text as title unless it says otherwise', () => {
  const { singles } = read({
    scopes: { 'a:b': { name: 'ab', description: 'Do.' }, c: { name: 'c', title: 'C', description: 'Do.' } },
  })
  expect(singles.map(({ text, title }) => [text, title])).toEqual([
    ['a:b', 'a:b'],
    ['c', 'C'],
  ])
})

test('what is retired says so of each of its scopes', () => {
  const retired = { removed: '2.0.0', note: 'Gone.' }
  const model = read({
    families: { box: { name: 'B', things: 'x', levels: ['low'], retired } },
    scopes: { c: { name: 'c', description: 'Do.' } },
  })
  expect(allScopes(model).map((scope) => scope.retired)).toEqual([
    { declared: undefined, ...retired },
    undefined,
  ])
})

test('where a family retires some levels, the others stay, and the family with them', () => {
  const family = { name: 'B', things: 'x', retired: { levels: ['low'], removed: '2.0.0' } }
  const [box] = read({ families: { box: family } }).families
  expect(box?.scopes.map(({ text, retired }) => [text, retired?.removed])).toEqual([
    ['box:low', '2.0.0'],
    ['box:mid', undefined],
    ['box:top', undefined],
  ])
  expect(box?.retired).toBeUndefined()
})

test('a provider with nothing but separators has no scopes', () => {
  const model = readScopes({ separators: { read: [' ', ','], write: ',' } })
  expect(model).toMatchObject({
    families: [],
    singles: [],
    folded: [],
    aliases: [],
    wildcard: undefined,
    ignoreCase: false,
  })
  expect(model.separators).toEqual({ read: ' ,', write: ',', answer: ',' })
})
