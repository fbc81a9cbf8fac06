import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { root } from '../repository.js'

test('no file, export or dependency is unused', () => {
  const { status, stdout, stderr } = spawnSync(
    `${root}tools/verify/node_modules/.bin/knip`,
    ['--config', 'tools/verify/knip.json', '--no-config-hints', '--directory', root],
    { cwd: root, encoding: 'utf8' },
  )
  expect(stdout + stderr).toBe('')
  expect(status).toBe(0)
})
