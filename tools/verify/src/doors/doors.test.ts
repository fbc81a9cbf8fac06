import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { root } from '../repository.js'
import { rules, wrongDoors } from './doors.js'

test('every import goes through a door that is open', async () => {
  expect(await wrongDoors(root)).toEqual([])
})

test('an import through a shut door is named, an example of each rule', async () => {
  const house = fileURLToPath(new URL('shut/', import.meta.url))
  const wrong = await wrongDoors(house)
  expect(wrong).toEqual([
    'authority-knows-no-http: packages/testing/src/authority/asks-http.ts → packages/testing/src/call/http.ts',
    'browser-has-no-node: packages/browser/src/reads-a-file.ts → fs',
    'core-by-its-front-door: packages/node/src/reaches-round.ts → packages/core/src/secret.ts',
    'core-engines-know-no-linode: packages/core/src/scopes/asks-linode.ts → packages/core/src/generated/hierarchy.ts',
    'core-imports-nothing: packages/core/src/asks-node.ts → fs',
    'core-imports-nothing: packages/core/src/asks-tools.ts → tools/generator/src/main.ts',
    'core-tests-know-core-alone: packages/core/src/asks-tools.ts → tools/generator/src/main.ts',
    'engines-know-no-linode: packages/testing/src/login/asks-linode.ts → packages/testing/src/linode/profiles.ts',
    'nothing-unresolved: packages/node/src/leads-nowhere.ts → ./nowhere.js',
    'packages-bring-what-they-import: packages/browser/src/asks-a-package.ts → typescript/lib/typescript.js',
    'rooms-have-layers: packages/core/src/wire/asks-client.ts → packages/core/src/client/client.ts',
    'runtimes-import-core-alone: packages/browser/src/asks-tools.ts → tools/generator/src/main.ts',
    'runtimes-import-core-alone: packages/node/src/asks-browser.ts → packages/browser/src/reads-a-file.ts',
    'runtimes-import-core-alone: packages/testing/src/asks-node.ts → packages/node/src/reaches-round.ts',
  ])
  const broken = new Set(wrong.map((line) => line.split(':')[0]))
  expect(rules.map(({ name }) => name).filter((name) => !broken.has(name))).toEqual([])
})
