import { expect, test } from 'vitest'
import { faultsAfter } from '../../faults.fixture.js'

test('a level that another one includes must be a level', async () => {
  expect(await faultsAfter(['scopes', 'includes: [read]', 'includes: [raed]'])).toEqual([
    'raed: there is no level "raed": write "read", if that is what you meant',
  ])
})

test('the level of a bare name must be a level', async () => {
  expect(await faultsAfter(['scopes', 'bare: write', 'bare: most'])).toEqual([
    'most: there is no level "most": write one of read, write',
  ])
})

test('the levels of a family, of its sentences and of its includes must be levels', async () => {
  expect(await faultsAfter(['scopes', 'levels: [read], retired', 'levels: [read, wriet], retired'])).toEqual([
    'wriet: there is no level "wriet": write "write", if that is what you meant',
  ])
  expect(await faultsAfter(['scopes', 'descriptions: { write:', 'descriptions: { wirte:'])).toEqual([
    'wirte: there is no level "wirte": write "write", if that is what you meant',
  ])
  expect(await faultsAfter(['scopes', "includes: { write: ['box", "includes: { writ: ['box"])).toEqual([
    'writ: there is no level "writ": write "write", if that is what you meant',
  ])
})
