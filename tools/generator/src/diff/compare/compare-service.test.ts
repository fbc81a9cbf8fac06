import { expect, test } from 'vitest'
import type { Edit } from '../../validate/faults.fixture.js'
import { toldAfter } from '../diff.fixture.js'

const service: [Edit, string][] = [
  [
    ['endpoints', 'provider: { ', 'provider: { discovery: true, '],
    'run-time, default: The default `discovery` is now `true` instead of `unknown`.',
  ],
  [
    ['endpoints', 'invalid_grant: { ', 'invalid_grant: { means: invalid_request, '],
    'run-time, default: The error code `invalid_grant` now means `invalid_request` instead of `invalid_grant`.',
  ],
  [
    ['endpoints', 'https://login.acme.example', 'https://in.acme.example'],
    'run-time, default: The default `loginUrl` is now `https://in.acme.example` instead of `https://login.acme.example`.',
  ],
  [
    ['endpoints', 'lifetimes: { code: 60', 'lifetimes: { code: 30'],
    'run-time, default: The default `lifetimes.code` is now `30` instead of `60`.',
  ],
  [
    ['endpoints', 'credentials: { client_id: 20', 'credentials: { client_id: 32'],
    'run-time, default: The default `credentials.clientId` is now `32` instead of `20`.',
  ],
  [
    ['endpoints', 'reason: Too little', 'reason: Not enough'],
    'run-time, default: The default `api.errors.insufficientScope.reason` is now `Not enough` instead of `Too little`.',
  ],
  [
    ['endpoints', 'granted: X-Granted', 'granted: X-Given'],
    'run-time, default: The default `api.headers.granted` is now `X-Given` instead of `X-Granted`.',
  ],
  [
    ['endpoints', 'name: Acme Cloud', 'name: Acme'],
    'compile-time, renamed: The provider `acmeCloud` is now called `acme`.',
  ],
  [
    ['endpoints', 'invalid_grant: { status: 400', 'invalid_grant: { status: 401'],
    'run-time, default: The error code `invalid_grant` now comes with the status 401 instead of 400.',
  ],
  [
    ['endpoints', "It can't be read.", "It can't be understood."],
    'nothing, words: The error code `invalid_request` is described in other words.',
  ],
  [
    [
      'endpoints',
      'credentials:',
      'credentials:'.replace('', '  slow_down: { status: 429, description: Too fast., source: facts }\n'),
    ],
    'nothing, added: The error code `slow_down` is new.',
  ],
  [
    ['operations', 'version: 3.2.1', 'version: 3.3.0'],
    'nothing, words: The API is described as of version 3.3.0 of its document.',
  ],
  [
    ['scopes', 'They are sent by post.', 'They are sent by mail.'],
    'nothing, words: The words of the `reference` changed.',
  ],
]

test.each(service)('%j: %s', async (edit, told) => {
  expect(await toldAfter(edit)).toEqual([told])
})

test('an error code with another meaning and another status is told of both', async () => {
  expect(
    await toldAfter([
      'endpoints',
      'invalid_grant: { status: 400',
      'invalid_grant: { means: invalid_request, status: 401',
    ]),
  ).toEqual([
    'run-time, default: The error code `invalid_grant` now means `invalid_request` instead of `invalid_grant`.',
    'run-time, default: The error code `invalid_grant` now comes with the status 401 instead of 400.',
  ])
})
