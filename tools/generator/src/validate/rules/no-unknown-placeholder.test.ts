import { expect, test } from 'vitest'
import { faultsAfter } from '../faults.fixture.js'

test('a gap that nothing fills is told, with the one that is meant', async () => {
  expect(await faultsAfter(['scopes', "'See {things}.'", "'See {things} of {thing}.'"])).toEqual([
    `'See {things} of {thing}.': nothing fills the gap {thing} here: did you mean {things}?`,
  ])
})

test('the gap of a description is none of a title, and a family has none', async () => {
  expect(await faultsAfter(['scopes', "'{title}: see'", "'{title}: {things}'"])).toHaveLength(1)
  expect(await faultsAfter(['scopes', 'things: your boxes', "things: 'your {title}'"])).toHaveLength(1)
  expect(
    await faultsAfter(['scopes', '{ write: Send gift cards. }', "{ write: 'Send {things}.' }"]),
  ).toHaveLength(1)
  expect(
    await faultsAfter(['scopes', 'description: Stay signed in.', "description: 'Stay {x}.'"]),
  ).toHaveLength(1)
  expect(await faultsAfter(['scopes', 'description: Do everything.', "description: 'Do {x}.'"])).toHaveLength(
    1,
  )
})
