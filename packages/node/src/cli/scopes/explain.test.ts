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

test('JSON tells the way by which the granted scopes include it, or null', async () => {
  const found = async (granted: string) =>
    (await json('explain', 'vpc:read_only', '--granted', granted)).granted
  const path = ['vpc:*', 'vpc:read_write', 'vpc:read_only']
  expect(await found('vpc')).toEqual({ scopes: ['vpc:*'], covers: true, path })
  expect(await found('linodes:*')).toEqual({ scopes: ['linodes:*'], covers: false, path: null })
})

test('of the scope that includes all, not each is listed', async () => {
  const { stdout } = await scopes('explain', '*')
  expect(stdout).toMatch(/\nincludes {6}every scope\n/)
  expect(stdout).not.toContain('included by')
})

test('a scope that is no longer offered says so, and is no finding', async () => {
  const gone = /^Version [\d.]+ of the API document took it away: it is read, but no longer offered\.$/m
  const { exitCode, stdout } = await scopes('explain', 'maintenance:read_only')
  expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: expect.stringMatching(gone) })
  expect((await scopes('explain', 'linodes:read_only')).stdout).not.toMatch(gone)
})

test('of a scope like no other nothing is guessed, though the token has it', async () => {
  const { exitCode, stdout } = await scopes('explain', 'zzz:qqq', '--granted', 'zzz:qqq')
  const unknown = "zzz:qqq isn't known."
  expect({ exitCode, stdout }).toEqual({
    exitCode: 1,
    stdout: `${unknown}\nIt may be newer than this package. It includes itself alone.\ngranted       yes: zzz:qqq\n${unknown}\n`,
  })
  expect(await json('explain', 'zzz:qqq')).toMatchObject({ known: false, includedBy: [], opens: 0 })
})

test.each([[[]], [['linodes', 'lke']], [['linodes lke']]])('%j are not one scope', async (words) => {
  const { exitCode, stderr } = await scopes('explain', ...words)
  expect(exitCode).toBe(2)
  expect(stderr).toContain('scopes explain needs one scope, as in: scopes explain linodes:read_only\n')
})
