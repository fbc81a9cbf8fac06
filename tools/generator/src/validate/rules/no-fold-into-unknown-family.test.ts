import { expect, test } from 'vitest'
import { faultsAfter } from '../faults.fixture.js'

test('a former family must have gone into a family', async () => {
  expect(await faultsAfter(['scopes', 'parcel: { into: box }', 'parcel: { into: bx }'])).toEqual([
    'bx: there is no family "bx": did you mean "box"?',
  ])
})

test('a former family can not have gone into a former family', async () => {
  expect(await faultsAfter(['scopes', 'parcel: { into: box }', 'parcel: { into: crate }'])).toEqual([
    'crate: "crate" is a former family itself: write "box", which it went into',
  ])
})
