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

test.each(['See {{things}}.', 'See {things}}.', 'See {{things}.', 'See } {things}.'])(
  'a brace too many, as in "%s", is told',
  async (text) => {
    const faults = await faultsAfter(['scopes', "'See {things}.'", `'${text}'`])
    const meant = text.replace(/\{?\{things\}\}?/, '{things}').replace('} ', ' ')
    expect(faults).toEqual([`'${text}': a brace of this text belongs to no gap: did you mean "${meant}"?`])
  },
)

test('the gap of a refusal is the reason, however deep it stands', async () => {
  const refusal = '  refusal: { errors: [{ text: "{resaon}" }, "{reason}"] }\n  errors:\n    invalid_t'
  expect(await faultsAfter(['endpoints', '  errors:\n    invalid_t', refusal])).toEqual([
    '"{resaon}": nothing fills the gap {resaon} here: did you mean {reason}?',
  ])
})
