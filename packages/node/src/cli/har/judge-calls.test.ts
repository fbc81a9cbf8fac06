// Calls whose operation accepts alternatives, judged all together. Linode has none, so
// the table is the test's own.
import { operations } from '@linode-login/core/operations'
import { expect, test } from 'vitest'
import { judgeCalls } from './judge-calls.js'

type Table = Readonly<Record<string, readonly (readonly string[])[]>>

const accepted: Table = {
  'GET /linode/instances': [['linodes:read_only'], ['volumes:read_only']],
  'GET /volumes': [['volumes:read_only']],
  'GET /domains': [['domains:read_only', 'vpc:read_only'], ['images:read_only']],
}

function judge(asked: string, ...operations: string[]) {
  return judgeBy(accepted, asked, ...operations)
}

function judgeBy(table: Table, asked: string, ...operations: string[]) {
  const calls = operations.map((operation) => {
    const [method = '', path = ''] = operation.split(' ')
    return { method, origin: 'https://api.example', path, scopes: { granted: undefined, needed: undefined } }
  })
  const api = new URL('https://api.example')
  const { report, calls: judged } = judgeCalls(calls, asked.split(' '), api, (name) => table[name])
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

test('more ways to choose than are followed are refused, with what to do', () => {
  const names = [...operations().keys()].filter((name) => /^GET [^{]+$/.test(name)).slice(0, 9)
  const table = Object.fromEntries(names.map((name, at) => [name, [[`a${at}:read`], [`b${at}:read`]]]))
  expect(judgeBy(table, '', ...names.slice(0, 8)).report.calls).toBe(8)
  expect(() => judgeBy(table, '', ...names)).toThrow(
    expect.objectContaining({ code: 'too_many_ways', message: expect.stringContaining('a part of the log') }),
  )
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
