import { expect, test } from 'vitest'
import { faultsAfter } from '../faults.fixture.js'

test('a single scope must not be one of a family', async () => {
  expect(await faultsAfter(['scopes', 'offline: {', "'box:read': {"])).toContain(
    `'box:read': "box:read" is a scope already: keep one of the two`,
  )
})

test('the wildcard must not be a scope of its own', async () => {
  expect(
    await faultsAfter(['scopes', "scope: '*'", 'scope: offline'], ['operations', "['*']", "['box:read']"]),
  ).toEqual(['offline: "offline" is a scope already: keep one of the two'])
})

test('where case is ignored, scopes that differ in case only are the same', async () => {
  const second = '  Offline: { name: other, description: The same., aliases: [lower] }\n'
  const faults = await faultsAfter(['scopes', '  offline:', `${second}  offline:`])
  expect(faults).toContain('offline: "offline" is a scope already: keep one of the two')
})
