import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { root } from '../repository.js'
import { wrongDoors } from './doors.js'

test('every import goes through a door that is open', async () => {
  expect(await wrongDoors(root)).toEqual([])
})

test('an import through a shut door is named', async () => {
  const house = fileURLToPath(new URL('shut/', import.meta.url))
  expect(await wrongDoors(house)).toEqual([
    'browser-has-no-node: packages/browser/src/reads-a-file.ts → fs',
    'core-by-its-front-door: packages/node/src/reaches-round.ts → packages/core/src/secret.ts',
    'core-imports-nothing: packages/core/src/asks-node.ts → fs',
    'core-imports-nothing: packages/core/src/asks-tools.ts → tools/generator/src/main.ts',
    'core-tests-know-core-alone: packages/core/src/asks-tools.ts → tools/generator/src/main.ts',
    'runtimes-import-core-alone: packages/testing/src/asks-node.ts → packages/node/src/reaches-round.ts',
  ])
})
