import { expect, test } from 'vitest'
import { faultsAfter } from '../faults.fixture.js'

const declared = "declared: 'box:read', recorded"

test('a slip in a declaration is told although a recorded answer stands beside it', async () => {
  expect(
    await faultsAfter(['operations', declared, "declared: ['box:raed', 'box:write'], recorded"]),
  ).toEqual([
    `'box:raed': the family "box" has no level "raed": did you mean "box:read"? ` +
      '(If the document misspells it, keep it and put "misspelt: true" beside it)',
  ])
})

test('an old spelling is no slip of the document: the scope that it is read as is to stand there', async () => {
  expect(await faultsAfter(['operations', declared, "declared: 'crate:view', recorded"])).toEqual([
    `'crate:view': "crate:view" is an old spelling, not a scope: write "box:read"`,
  ])
})

test('what the document itself misspells may stand, once the entry says so', async () => {
  expect(
    await faultsAfter(['operations', declared, "declared: 'box:raed', misspelt: true, recorded"]),
  ).toEqual([])
})

test('the mark needs a declaration and the answer that wins over it', async () => {
  expect(
    await faultsAfter(['operations', "declared: 'boxx:read'", "declared: 'boxx:read', misspelt: true"]),
  ).toEqual(['misspelt: "misspelt" stands here without "recorded": add "recorded", or take "misspelt" out'])
})
