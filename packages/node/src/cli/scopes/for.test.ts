import { expect, test } from 'vitest'
import { json, personal, scopes } from '../command-line.fixture.js'

const line = 'client.beginLogin({ scopes: [OAuthScopes.Linodes.readOnly], pending })\n'

test.each([
  [['GET /linode/instances/{linodeId}']],
  [['get-linode-instance']],
  [['GET https://api.linode.com/v4/linode/instances/123']],
  [['get /linode/instances/123']],
  [['GET', '/linode/instances/123']],
])('%j is found', async (words) => {
  expect(await scopes('for', ...words)).toEqual({
    exitCode: 0,
    stdout: `linodes:read_only\n\nGET /linode/instances/{linodeId}  linodes:read_only\n\n${line}`,
    stderr: '',
  })
})

test('the set is the smallest for all of them', async () => {
  expect(await json('for', 'GET /linode/instances', 'POST /volumes/{volumeId}/attach')).toMatchObject({
    scopes: ['linodes:read_write', 'volumes:read_write'],
    ties: [],
    personalTokenOnly: [],
  })
})

test('one that takes a personal access token only is a finding, and no empty set', async () => {
  const { exitCode, stdout } = await scopes('for', personal)
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: `${personal}  a personal access token only\n` })
  expect((await json('for', personal, 'GET /linode/instances')).personalTokenOnly).toEqual([personal])
})

test('for what needs no token no login is proposed', async () => {
  expect((await scopes('for', 'GET /regions')).stdout).toBe(
    'no scope\n\nGET /regions  no token\n\nNo login is needed: call without a token.\n',
  )
  expect(await json('for', 'GET /regions')).toMatchObject({ scopes: [], code: null })
  expect((await json('for', personal)).code).toBeNull()
  expect((await json('for', 'GET /regions', 'GET /linode/instances')).code).toContain('beginLogin')
})

test.each([
  ['GET /linode/instance', 'GET /linode/instances'],
  ['get-linode-instanses', 'get-linode-instances'],
])('%s is misspelt', async (word, meant) => {
  const { exitCode, stderr } = await scopes('for', word)
  expect(exitCode).toBe(2)
  expect(stderr).toContain(`There is no operation ${word}. Did you mean ${meant}?\n`)
})

test('a host in place of a path is no operation', async () => {
  expect((await scopes('for', 'GET host/account')).exitCode).toBe(2)
})

test('what an operation needs is told in words', async () => {
  const { stdout } = await scopes('for', 'POST /images', 'GET /profile')
  expect(stdout).toContain('POST /images  images:read_write and linodes:read_only\nGET /profile  any token\n')
})

test('each operation is told once, however it is named', async () => {
  const { operations } = await json('for', 'GET /profile', 'get-profile', 'get /profile')
  expect(operations).toEqual([{ operation: 'GET /profile', id: 'get-profile', needs: 'any_token' }])
})

test.each([
  [[], "scopes for needs an operation, as in: scopes for 'GET /linode/instances'"],
  [['GET /account', '/account'], 'There is no operation /account. Did you mean GET /account?'],
  [['qqq'], 'There is no operation qqq.'],
])('%j are refused', async (words, message) => {
  const { exitCode, stderr } = await scopes('for', ...words)
  expect({ exitCode, first: stderr.split('\n')[0] }).toEqual({ exitCode: 2, first: message })
})
