import { expect, test } from 'vitest'
import type { Edit } from '../../validate/faults.fixture.js'
import { toldAfter } from '../diff.fixture.js'

const service: [Edit, string][] = [
  [
    ['endpoints', 'provider: { ', 'provider: { discovery: true, '],
    'nothing, words: Acme Cloud now publishes a document of its metadata (RFC 8414).',
  ],
  [
    ['endpoints', 'invalid_grant: { ', 'invalid_grant: { means: invalid_request, '],
    'run-time, default: The error code `invalid_grant` now means `invalid_request` instead of `invalid_grant`.',
  ],
  [
    ['endpoints', 'https://login.acme.example', 'https://in.acme.example'],
    'run-time, default: The login is now at `https://in.acme.example` instead of `https://login.acme.example`: a firewall or a policy that names the addresses an app may call must allow it.',
  ],
  [
    ['endpoints', 'lifetimes: { code: 60', 'lifetimes: { code: 30'],
    'nothing, default: In a server for tests, authorization codes now live 30 seconds instead of 60: a test that waits for their end may notice, no app does.',
  ],
  [
    ['endpoints', 'credentials: { client_id: 20', 'credentials: { client_id: 32'],
    'nothing, default: In a server for tests, client ids now have 32 characters instead of 20: a test that looks at them may notice, no app does.',
  ],
  [
    ['endpoints', 'reason: Too little', 'reason: Not enough'],
    'run-time, default: The API now refuses a token that lacks a scope with the reason `Not enough` instead of `Too little`.',
  ],
  [
    ['endpoints', 'granted: X-Granted', 'granted: X-Given'],
    'run-time, default: The API now says in the header `X-Given` which scopes a token has, instead of in `X-Granted`: code that reads it must read the new one.',
  ],
  [
    ['endpoints', 'name: Acme Cloud', 'name: Acme'],
    'compile-time, renamed: The constant `acmeCloud`, which a server for tests is made of, is now called `acme`.',
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
    'compile-time, added: The error code `slow_down` is new: what came as a refusal without a known code comes with it.',
  ],
  [
    ['operations', 'version: 3.2.1', 'version: 3.3.0'],
    'nothing, words: The API is described as of version 3.3.0 of its document.',
  ],
  [
    ['scopes', 'They are sent by post.', 'They are sent by mail.'],
    'nothing, words: The reference is put in other words.',
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
