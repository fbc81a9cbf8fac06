import { expect, test } from 'vitest'
import { faultsAfter } from '../faults.fixture.js'

test('the message of an answer must be described', async () => {
  expect(await faultsAfter(['endpoints', 'message: token_response', 'message: tokn_response'])).toEqual([
    'tokn_response: there is no message "tokn_response": did you mean "token_response"?',
  ])
})

test('the messages of a redirect must be described', async () => {
  const edit = [
    'endpoints',
    'redirect: authorization_response',
    'redirect: nothing, fragment: neither',
  ] as const
  expect(await faultsAfter(edit)).toEqual([
    'nothing: there is no message "nothing": write one of these',
    'neither: there is no message "neither": write one of these',
  ])
})
