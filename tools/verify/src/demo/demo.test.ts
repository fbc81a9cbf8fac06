import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { root } from '../repository.js'

test('the demo signs a user in, step by step, and every check holds', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${root}tools/demo/dist/main.js`], {
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  expect(stdout).toContain('Every step was what it should be')
  expect(stdout.match(/^\d+\. .*$/gm)).toEqual([
    '1. The app begins a login',
    '2. The user opens the authorize page and approves',
    '3. The app exchanges the code',
    '4. It calls the API',
    '5. Two hours pass',
    '6. The app refreshes',
    '7. The user signs out',
  ])
  expect(stdout).not.toMatch(/[0-9a-f]{20}|[\w-]{40}/)
  expect(status).toBe(0)
})
