import { expect, test } from 'vitest'
import { json, scopes } from '../command-line.fixture.js'

test('says the words, what it includes, what includes it and how code names it', async () => {
  const { exitCode, stdout } = await scopes('explain', 'linodes:view')
  expect(exitCode).toBe(0)
  expect(stdout).toMatch(/^linodes:read_only {2}Linodes: read only\nSee your Linodes, /)
  expect(stdout).toContain('included by   * linodes:* linodes:read_write\n')
  expect(stdout).toContain('also read as  linodes:view\n')
  expect(stdout).toContain('in code       OAuthScopes.Linodes.readOnly\n')
})

test('of families that are one now, the name in code is the present one', async () => {
  expect((await json('explain', 'users:view')).code).toBe('OAuthScopes.Account.readOnly')
  expect((await json('explain', '*')).code).toBe('OAuthScopes.all')
})

test('says how many operations it opens, and with --operations which', async () => {
  const bare = await scopes('explain', 'domains:read_only')
  const listed = await scopes('explain', 'domains:read_only', '--operations')
  const names = listed.stdout
    .slice(bare.stdout.length)
    .split('\n')
    .filter((line) => line !== '')
  expect(listed.stdout.startsWith(bare.stdout)).toBe(true)
  expect(names).toContain('GET /domains')
  expect(names).not.toContain('GET /regions')
  expect(bare.stdout).toContain(`opens         ${names.length} operations of the API that need a scope\n`)
  expect(await json('explain', 'domains:read_only', '--operations')).toMatchObject({
    opens: names.length,
    operations: names,
  })
  expect(await json('explain', 'domains:read_only')).not.toHaveProperty('operations')
  expect(await json('explain', 'rockets:fly', '--operations')).toMatchObject({ opens: 0, operations: [] })
})

test('a scope that is not known is a finding, with what was probably meant', async () => {
  const { exitCode, stdout } = await scopes('explain', 'linode:readonly')
  expect({ exitCode, stdout }).toEqual({
    exitCode: 1,
    stdout: expect.stringContaining("linode:readonly isn't known. Did you mean linodes:read_only?\n"),
  })
  expect(await json('explain', 'rockets:fly')).toMatchObject({ known: false, code: "'rockets:fly'" })
})

test('what stands for no scope is not what was meant', async () => {
  const { stdout } = await scopes('explain', 'maintenanc:non')
  expect(stdout).toContain("maintenanc:non isn't known. Did you mean maintenance:read_only?\n")
})

test('--granted tells the way to it, or that there is none', async () => {
  const yes = await scopes('explain', 'volumes:read_only', '--granted', 'linodes:* volumes')
  expect(yes.exitCode).toBe(0)
  expect(yes.stdout).toContain('yes: volumes:* ▸ volumes:read_write ▸ volumes:read_only\n')
  const no = await scopes('explain', 'volumes:*', '--granted=volums:*')
  expect(no.exitCode).toBe(1)
  expect(no.stdout).toMatch(/granted {7}no\nvolums:\* isn't known\. Did you mean volumes:\*\?\n$/)
})
