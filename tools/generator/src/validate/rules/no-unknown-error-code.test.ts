import { expect, test } from 'vitest'
import { faultsAfter } from '../faults.fixture.js'

test('an error that an endpoint answers must be described', async () => {
  expect(
    await faultsAfter(['endpoints', 'errors: [invalid_request, invalid_grant]', 'errors: [invalid_gant]']),
  ).toEqual(['invalid_gant: there is no error "invalid_gant": did you mean "invalid_grant"?'])
})
