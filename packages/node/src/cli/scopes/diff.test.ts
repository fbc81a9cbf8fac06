import { expect, test } from 'vitest'
import { json, scopes } from '../command-line.fixture.js'

test('says what is added, removed, widened and narrowed', async () => {
  const older = 'linodes:read_only domains:* events:read_only lke:*'
  const { exitCode, stdout } = await scopes('diff', older, 'linodes:*,volumes:read_only,domains:view,lke')
  expect(exitCode).toBe(1)
  expect(stdout).toBe(`added     volumes:read_only
widened   linodes:read_only → linodes:*
narrowed  domains:* → domains:read_only
removed   events:read_only
unchanged lke:*
Neither includes the other: users must be asked again.
`)
})

test('several scopes that become one are one change', async () => {
  expect(await json('diff', '["linodes:*", "volumes:*"]', '*')).toMatchObject({
    comparison: 'wider',
    added: [],
    removed: [],
    widened: [{ from: ['linodes:*', 'volumes:*'], to: '*' }],
  })
})

test.each([
  ['linodes:*', 'linodes linodes:read_only'],
  ['', '[]'],
  ['linodes:*\nvolumes:*', ' volumes:*,LINODES:* '],
])('%j and %j include the same', async (older, newer) => {
  const { exitCode, stdout } = await scopes('diff', older, newer)
  expect(exitCode).toBe(0)
  expect(stdout).toContain('The same: users are asked for nothing new.\n')
})

test('of as many scopes as are read each is looked at once', async () => {
  const many = (letter: string) => Array.from({ length: 3000 }, (_, at) => `${letter}${at}`).join(' ')
  const { added, removed } = await json('diff', many('a'), many('b'))
  expect([added.length, removed.length]).toEqual([3000, 3000])
})

test('an unknown scope is told with what was probably meant', async () => {
  expect((await json('diff', 'linodes:*', 'linods:*')).unknown).toEqual([
    { scope: 'linods:*', nearest: 'linodes:*' },
  ])
})

test.each([
  ['linodes:read_only', 'linodes:*', 'Wider: users must be asked again.'],
  ['linodes:*', 'linodes:read_only', 'Narrower: tokens that were granted the old scopes suffice.'],
  ['', 'linodes:*', 'Wider: users must be asked again.'],
])('from %j to %j: %s', async (older, newer, verdict) => {
  const { exitCode, stdout } = await scopes('diff', older, newer)
  expect({ exitCode, last: stdout.split('\n').at(-2) }).toEqual({ exitCode: 1, last: verdict })
})

test('what one scope took the place of is named whole', async () => {
  const { stdout } = await scopes('diff', 'linodes:* volumes:*', '*')
  expect(stdout).toContain('widened   linodes:*, volumes:* → *\n')
})

test.each([[[]], [['linodes']], [['linodes', 'lke', 'vpc']]])('%j are not two sets', async (words) => {
  const { exitCode, stderr } = await scopes('diff', ...words)
  expect(exitCode).toBe(2)
  expect(stderr).toContain('scopes diff needs two sets of scopes, each in quotes, as in: scopes diff ')
})
