// `npm run pack` is the first command that the README gives an app developer: no other has built the generator,
// which a script of core runs when it is packed. That the packages are built too, the suites of packed ones show.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { packages } from '../repository.js'
import { Clone } from '../spec-change/clone.fixture.js'

test('every package is packed in a clone in which the generator was never built', () => {
  const clone = new Clone(/^[^/]+$|^packages\/|^spec\/|^tools\/(?:\w+\.mjs$|generator\/)/)
  onTestFinished(() => clone.remove())
  rmSync(join(clone.folder, 'tools/generator/dist'), { recursive: true })

  expect(clone.node(['tools/run.mjs', 'pack'])).toMatchObject({ status: 0 })
  const { version } = JSON.parse(clone.read('packages/core/package.json'))
  expect(packages.filter((name) => !clone.has(`packed/linode-login-${name}-${version}.tgz`))).toEqual([])
})
