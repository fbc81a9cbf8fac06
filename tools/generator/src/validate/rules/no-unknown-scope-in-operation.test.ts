import { expect, test } from 'vitest'
import { faultsAfter } from '../../faults.fixture.js'

test('the scope that the server was seen to ask for must be a scope', async () => {
  expect(await faultsAfter(['operations', "recorded: 'box:write'", "recorded: 'box:wriet'"])).toEqual([
    `'box:wriet': there is no scope "box:wriet": write "box:write", if that is what you meant`,
  ])
})

test('each scope of each set must be one', async () => {
  expect(await faultsAfter(['operations', "'gift_card:write'], ['*']", "'giftcard:write'], ['**']"])).toEqual(
    [
      `'giftcard:write': there is no scope "giftcard:write": write "gift_card:write", if that is what you meant; ` +
        'if the document misspells it, keep it and put "corrected" beside it',
      `'**': there is no scope "**": write "*", if that is what you meant; if the document ` +
        'misspells it, keep it and put "corrected" beside it',
    ],
  )
})

test('an old spelling is not enough', async () => {
  expect(await faultsAfter(['operations', "corrected: 'box:read'", "corrected: 'crate:view'"])).toEqual([
    `'crate:view': there is no scope "crate:view": write "box:read": this is an old spelling of it`,
  ])
})

test('a misspelt declaration stands, as long as a record or a correction tells what holds', async () => {
  expect(
    await faultsAfter(['operations', "declared: 'box:read', recorded", "declared: 'bocks', recorded"]),
  ).toEqual([])
  expect(await faultsAfter(['operations', ", corrected: 'box:read'", ''])).toEqual([
    `'boxx:read': there is no scope "boxx:read": write "box:read", if that is what you meant; ` +
      'if the document misspells it, keep it and put "corrected" beside it',
  ])
})

test('what is recorded of an operation for personal access tokens does not matter', async () => {
  expect(
    await faultsAfter(['operations', "auth: pat, recorded: 'box:read'", 'auth: pat, recorded: nonsense']),
  ).toEqual([])
})
