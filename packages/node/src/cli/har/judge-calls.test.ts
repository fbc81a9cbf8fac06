// Calls whose operation accepts alternatives, judged all together. Linode has none, so the table is the test's own.
import { expect, test } from 'vitest'
import { judgeCalls } from './judge-calls.js'

const accepted: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'GET /linode/instances': [['linodes:read_only'], ['volumes:read_only']],
  'GET /volumes': [['volumes:read_only']],
  'GET /domains': [['domains:read_only', 'vpc:read_only'], ['images:read_only']],
}

function judge(asked: string, ...operations: string[]) {
  const calls = operations.map((operation) => {
    const [method = '', path = ''] = operation.split(' ')
    return { method, origin: 'https://api.example', path, scopes: { granted: undefined, needed: undefined } }
  })
  const api = new URL('https://api.example')
  const { report, calls: judged } = judgeCalls(calls, asked.split(' '), api, (name) => accepted[name])
  return { report, needed: Object.fromEntries(judged.map((call) => [call.operation, call.needed])) }
}

test.each([
  ['the one that was asked for', 'volumes:read_only', ['GET /linode/instances'], ['volumes:read_only'], []],
  [
    'the one that another call needs anyway',
    'linodes:read_only volumes:read_only',
    ['GET /linode/instances', 'GET /volumes'],
    ['volumes:read_only'],
    [],
  ],
  [
    'the smallest, where none was asked for',
    '',
    ['GET /domains'],
    ['images:read_only'],
    ['images:read_only'],
  ],
  [
    'what was asked for before what is smaller',
    'domains:* vpc:*',
    ['GET /domains'],
    ['domains:read_only', 'vpc:read_only'],
    [],
  ],
])('of alternatives %s counts', (_, asked, operations, needed, missing) => {
  const { report } = judge(asked, ...operations)
  expect(report).toMatchObject({ calls: operations.length, needed, missing })
})

test('each call has the alternative that counts, and what was asked for beside it is told', () => {
  const { report, needed } = judge(
    'linodes:read_only volumes:read_only',
    'GET /linode/instances',
    'GET /volumes',
  )
  expect(needed).toEqual({
    'GET /linode/instances': ['volumes:read_only'],
    'GET /volumes': ['volumes:read_only'],
  })
  expect(report.summary).toBe('asked for `linodes:read_only`; no call needed it')
})
