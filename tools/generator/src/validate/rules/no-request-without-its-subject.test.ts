import { expect, test } from 'vitest'
import { faultsAfter } from '../faults.fixture.js'

const client = 'client_id: { type: text, required: true, description: Who asks. }'
const refresh = 'refresh_token: { type: bearer_token, required: true, secret: true, aliases: [token], '

test('what a request is about must be there', async () => {
  expect(await faultsAfter(['endpoints', client, 'prompt: { type: text, description: How. }'])).toEqual([
    'authorize: authorize has no parameter client_id: add "client_id: { type: text, required: true, … }" under "parameters"',
  ])
})

test('nor may it be left out', async () => {
  expect(await faultsAfter(['endpoints', refresh, refresh.replace('required: true, ', '')])).toEqual([
    'refresh_token: refresh may be asked without refresh_token: add "required: true"',
  ])
})

test('who says who asks does so each time', async () => {
  const exchange = `client_id: { type: text, required: true, description: Who asks. }
      code:`
  expect(await faultsAfter(['endpoints', exchange, exchange.replace('required: true, ', '')])).toEqual([
    'client_id: exchange may be asked without client_id: add "required: true"',
  ])
})
