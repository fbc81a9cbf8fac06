import { expect, test } from 'vitest'
import { faultsAfter } from '../faults.fixture.js'

test('the scope that the server was seen to ask for must be a scope', async () => {
  expect(await faultsAfter(['operations', "recorded: 'box:write'", "recorded: 'box:wriet'"])).toEqual([
    `'box:wriet': the family "box" has no level "wriet": did you mean "box:write"?`,
  ])
})

test('each scope of each set must be one', async () => {
  expect(await faultsAfter(['operations', "'gift_card:write'], ['*']", "'giftcard:write'], ['**']"])).toEqual(
    [
      `'giftcard:write': "giftcard" is no family: did you mean "gift_card:write"? ` +
        '(If the document misspells it, keep it and put "corrected" beside it)',
      `'**': there is no scope "**": did you mean "*"? (If the document ` +
        'misspells it, keep it and put "corrected" beside it)',
    ],
  )
})

test('a level that is named as it is in code is known by that name', async () => {
  expect(await faultsAfter(['operations', "recorded: 'box:write'", "recorded: 'box:readWrite'"])).toEqual([
    `'box:readWrite': the family "box" has no level "readWrite": did you mean "box:write"?`,
  ])
})

test('a scope of a family whose levels are at fault is not told: it may be right', async () => {
  expect(
    await faultsAfter(['scopes', 'things: your boxes', 'things: your boxes, levels: [raed, write]']),
  ).toEqual(['raed: there is no level "raed": did you mean "read"?'])
})

test('of a family that is like no other is told how long it would have to stay', async () => {
  expect(await faultsAfter(['operations', "recorded: 'box:write'", "recorded: 'zeppelin:write'"])).toEqual([
    `'zeppelin:write': "zeppelin" is no family: write one of the scopes that are declared, or declare it; ` +
      'one that the provider took away stays for one release, with "retired"',
  ])
})

test('an old spelling is not enough', async () => {
  expect(await faultsAfter(['operations', "corrected: 'box:read'", "corrected: 'crate:view'"])).toEqual([
    `'crate:view': "crate:view" is an old spelling, not a scope: write "box:read"`,
  ])
})

test('a misspelt declaration stands, as long as a record or a correction tells what holds', async () => {
  expect(
    await faultsAfter([
      'operations',
      "declared: 'box:read', recorded",
      "declared: 'bocks', misspelt: true, recorded",
    ]),
  ).toEqual([])
  expect(await faultsAfter(['operations', ", corrected: 'box:read'", ''])).toEqual([
    `'boxx:read': "boxx" is no family: did you mean "box:read"? ` +
      '(If the document misspells it, keep it and put "corrected" beside it)',
  ])
})

test('what is recorded of an operation for personal access tokens does not matter', async () => {
  expect(
    await faultsAfter(['operations', "auth: pat, recorded: 'box:read'", 'auth: pat, recorded: nonsense']),
  ).toEqual([])
})

test('where everything is unknown, only the first faults are searched for what was meant', async () => {
  const many = Array.from(
    { length: 120 },
    (_, index) => `  GET /x${index}: { declared: 'offline${index}', id: x${index} }\n`,
  )
  const faults = await faultsAfter(['operations', '  GET /me:', `${many.join('')}  GET /me:`])
  expect(faults).toHaveLength(120)
  expect(faults.filter((fault) => fault.includes('did you mean'))).toHaveLength(100)
})
