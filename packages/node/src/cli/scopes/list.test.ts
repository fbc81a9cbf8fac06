import { expect, test } from 'vitest'
import { json, scopes } from '../command-line.fixture.js'

test('lists every scope below the one that includes it', async () => {
  const { exitCode, stdout } = await scopes()
  expect(exitCode).toBe(0)
  const lines = stdout.split('\n')
  expect(lines[0]).toMatch(/^\* +Everything$/)
  const at = lines.findIndex((line) => line.startsWith('├─ linodes:*'))
  const ofLinodes = lines.slice(at, at + 3)
  expect(ofLinodes.map((line) => line.split(/ {2,}(?=Linodes)/))).toEqual([
    ['├─ linodes:*', 'Linodes: all'],
    ['│  └─ linodes:read_write', 'Linodes: read and write'],
    ['│     └─ linodes:read_only', 'Linodes: read only'],
  ])
  expect(new Set(ofLinodes.map((line) => line.indexOf('Linodes'))).size).toBe(1)
  expect(stdout).toContain('Maintenance: read only (gone since 4.140.0)\n')
})

test('--json is the same tree', async () => {
  const tree = await json()
  expect(tree.scopes.scope).toBe('*')
  const family = tree.scopes.includes.find(({ scope }: { scope: string }) => scope === 'linodes:*')
  expect(family.includes[0].includes[0]).toMatchObject({ scope: 'linodes:read_only', includes: [] })
})
