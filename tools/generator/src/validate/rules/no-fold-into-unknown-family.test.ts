import { expect, test } from 'vitest'
import { faultsAfter } from '../../faults.fixture.js'

test('a former family must have gone into a family', async () => {
  expect(await faultsAfter(['scopes', 'parcel: { into: box }', 'parcel: { into: bx }'])).toEqual([
    'bx: there is no family "bx": write "box", if that is what you meant',
  ])
})

test('a former family can not have gone into a former family', async () => {
  expect(await faultsAfter(['scopes', 'parcel: { into: box }', 'parcel: { into: crate }'])).toEqual([
    'crate: there is no family "crate": write one of box, gift_card, stamp',
  ])
})
