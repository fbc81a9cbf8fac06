import { expect, test } from 'vitest'
import { faultsAfter } from '../faults.fixture.js'

test('a former family must not be one of today, and that is all that is told', async () => {
  expect(await faultsAfter(['scopes', 'parcel: { into: box }', 'gift_card: { into: box }'])).toEqual([
    `gift_card: "gift_card" is a family of today, so it can't be a former one: ` +
      'take it out here, or, if it went into "box", take it out of "families"',
  ])
})
