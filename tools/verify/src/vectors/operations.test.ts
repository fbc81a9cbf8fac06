// The operations that core reads from its lines are those of the spec, as the fake server has them in full.
import { operations } from '@linode-login/core/operations'
import { linode } from '@linode-login/testing'
import { expect, test } from 'vitest'

test('every operation has its id and says who may call it', () => {
  const inFull = linode.api.operations.map(({ id, method, path, auth, anyOf }) => [
    `${method} ${path}`,
    { id, needs: auth === 'scoped' ? anyOf : auth },
  ])
  expect(inFull).toHaveLength(539)
  expect([...operations()]).toEqual(inFull)
})
