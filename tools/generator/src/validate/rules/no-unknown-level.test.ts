import { expect, test } from 'vitest'
import { faultsAfter } from '../faults.fixture.js'

test('a level that another one includes must be a level', async () => {
  expect(await faultsAfter(['scopes', 'includes: [read]', 'includes: [raed]'])).toEqual([
    'raed: there is no level "raed": did you mean "read"?',
  ])
})

test('the level of a bare name must be a level', async () => {
  expect(await faultsAfter(['scopes', 'bare: write', 'bare: most'])).toEqual([
    'most: there is no level "most": write one of these',
  ])
})

test('a level is not referred to by its name in code', async () => {
  expect(
    await faultsAfter(['scopes', 'name: readWrite', 'name: all'], ['scopes', 'bare: write', 'bare: all']),
  ).toEqual(['all: "all" is what the level "write" is called in code: write "write", with the quotes'])
})

test('the levels of a family, of its sentences and of its includes must be levels', async () => {
  expect(await faultsAfter(['scopes', 'levels: [read], retired', 'levels: [read, wriet], retired'])).toEqual([
    'wriet: there is no level "wriet": did you mean "write"?',
  ])
  expect(await faultsAfter(['scopes', 'descriptions: { write:', 'descriptions: { wirte:'])).toEqual([
    'wirte: there is no level "wirte": did you mean "write"?',
  ])
  expect(await faultsAfter(['scopes', 'declared: 1.0.0', 'levels: [reda], declared: 1.0.0'])).toEqual([
    'reda: there is no level "reda": did you mean "read"?',
  ])
  expect(await faultsAfter(['scopes', "includes: { write: ['box", "includes: { writ: ['box"])).toEqual([
    'writ: there is no level "writ": did you mean "write"?',
  ])
})
