import { expect, test } from 'vitest'
import { camelCase, dashed, pascalCase } from './names.js'

test.each([
  ['client_id', 'clientId', 'ClientId', 'client-id'],
  ['state', 'state', 'State', 'state'],
  ['repo:status', 'repoStatus', 'RepoStatus', 'repo-status'],
  ['users.profile', 'usersProfile', 'UsersProfile', 'users-profile'],
  ['Acme Cloud', 'acmeCloud', 'AcmeCloud', 'Acme-Cloud'],
  ['IPs', 'iPs', 'IPs', 'IPs'],
])('%s is called %s, %s and %s', (name, camel, pascal, dashes) => {
  expect([camelCase(name), pascalCase(name), dashed(name)]).toEqual([camel, pascal, dashes])
})
