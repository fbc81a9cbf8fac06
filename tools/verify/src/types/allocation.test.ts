// What asking a token for its scopes leaves behind: nothing.
import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

/**
 * How often the collector ran while a question was asked two million times. Space for new objects is one
 * megabyte, so eight bytes a call, the smallest that anything takes, would fill it fifteen times. A few come
 * before the compiler's own thread, on a busy machine a late one, has made the code fast.
 */
function collections(question: string): number {
  const program = `
import { writeSync } from 'node:fs'
import { OAuthScopes, OAuthToken } from ${JSON.stringify(import.meta.resolve('@linode-login/core'))}
const token = new OAuthToken({ accessToken: 'a', scopes: ['linodes:read_write', 'domains:*', 'vpc:read_only'] })
const several = ['linodes:read_only', 'domains:read_write']
let yes = 0
const ask = (times) => { for (let call = 0; call < times; call += 1) if (${question}) yes += 1 }
ask(200_000)
writeSync(1, 'here\\n')
ask(2_000_000)
writeSync(1, 'there\\n')
`
  const args = ['--trace-gc', '--max-semi-space-size=1', '--input-type=module', '-e', program]
  const { stdout, status } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  expect(status).toBe(0)
  const [, between = ''] = /^here\n([\s\S]*)^there$/m.exec(stdout) ?? []
  return between.match(/Scavenge|Mark-Compact/g)?.length ?? 0
}

test.each([
  ['a scope that it has', "token.covers('linodes:read_only')"],
  ['one that it lacks', "token.covers('vpc:read_write')"],
  ['several', 'token.covers(several)'],
  ['a scope that is required of it', "token.require('linodes:read_only')"],
])('a token that is asked for %s again and again allocates nothing', (_, question) => {
  expect(collections(question)).toBeLessThan(15)
})

test('what reads the scopes anew is seen to allocate', () => {
  expect(collections("OAuthScopes.covers('linodes:*', 'linodes:read_only')")).toBeGreaterThan(100)
})
