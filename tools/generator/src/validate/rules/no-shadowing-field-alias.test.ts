import { expect, test } from 'vitest'
import { faultsAfter } from '../faults.fixture.js'

test('another name of a parameter must not be a parameter', async () => {
  expect(await faultsAfter(['endpoints', 'aliases: [scopes]', 'aliases: [client_id]'])).toEqual([
    `client_id: "client_id" can't be another name of "scope": it is a name of "client_id" already: take it out of one of them`,
  ])
})

test('another name of a field must not be another name of a second one', async () => {
  expect(await faultsAfter(['endpoints', 'nullable: true, ', 'nullable: true, aliases: [scopes], '])).toEqual(
    [
      `scopes: "scopes" can't be another name of "scope": it is a name of "refresh_token" already: take it out of one of them`,
    ],
  )
})

test('another name of a parameter is not the one that it has', async () => {
  expect(await faultsAfter(['endpoints', 'aliases: [scopes]', 'aliases: [scope]'])).toEqual([
    'scope: "scope" is called "scope" anyhow: take it out',
  ])
})
