// Operations that are newer than the hierarchy: an app may meet both in two versions.
import { expect, test } from 'vitest'
import { hierarchy } from './generated/hierarchy.js'
import { forOperations, scopeSetsForOperations } from './operations.js'

test('a scope that the hierarchy does not know is kept, and equal only to itself', () => {
  Reflect.deleteProperty(hierarchy.includes, 'linodes:read_only')
  Reflect.deleteProperty(hierarchy.includes, 'linodes:read_write')
  const both = ['GET /linode/instances', 'POST /linode/instances', 'GET /domains'] as const
  const scopes = ['domains:read_only', 'linodes:read_only', 'linodes:read_write']
  expect(forOperations(both)).toEqual(scopes)
  expect(scopeSetsForOperations(both)).toEqual([scopes])
})
