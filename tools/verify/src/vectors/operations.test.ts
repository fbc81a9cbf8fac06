// The operations that core reads from its lines are those of the spec, as the fake server has them in full.
import { readFileSync } from 'node:fs'
import { operations } from '@linode-login/core/operations'
import { linode } from '@linode-login/testing'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { root } from '../repository.js'

const spec = parse(readFileSync(`${root}spec/operations.yaml`, 'utf8'))

test('every operation has its id and says who may call it', () => {
  const inFull = linode.api.operations.map(({ id, method, path, auth, anyOf }) => [
    `${method} ${path}`,
    { id, needs: auth === 'scoped' ? anyOf : auth },
  ])
  expect(inFull.map(([name]) => name).sort()).toEqual(Object.keys(spec.operations).sort())
  expect([...operations()]).toEqual(inFull)
})
