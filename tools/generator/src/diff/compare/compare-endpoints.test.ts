import { expect, test } from 'vitest'
import { acme, acmeWithFragment } from '../../spec/acme.fixture.js'
import type { Edit } from '../../validate/faults.fixture.js'
import { edited, toldAfter, toldOf } from '../diff.fixture.js'

const maxAge = 'max_age: { type: seconds, description: How long ago a login may be. }'
const expiresIn = 'expires_in: { type: seconds, description: How long it lives. }'
const grantType =
  'grant_type: { const: authorization_code, assumed: true, description: The kind of request. }'

const parameters: [Edit, string][] = [
  [
    ['endpoints', maxAge, maxAge.replace('max_age', 'oldest')],
    'compile-time, renamed: The parameter `authorize.maxAge` is now called `authorize.oldest`.',
  ],
  [
    [`endpoints`, `      ${maxAge}\n`, ''],
    'compile-time, removed: The parameter `authorize.maxAge` is gone.',
  ],
  [
    ['endpoints', maxAge, maxAge.replace('max_age: {', 'age: { aliases: [max_age],')],
    'compile-time, renamed: The parameter `authorize.maxAge` is now called `authorize.age`.',
  ],
  [
    ['endpoints', maxAge, maxAge.replace('{', '{ required: true,')],
    'compile-time, narrowed: The parameter `authorize.maxAge` is now required.',
  ],
  [
    [
      'endpoints',
      maxAge,
      `${maxAge}\n      mood: { type: text, required: true, description: How one feels. }`,
    ],
    'compile-time, narrowed: The parameter `authorize.mood` is new and required. How one feels.',
  ],
  [
    ['endpoints', maxAge, `${maxAge}\n      mood: { type: text, description: How one feels. }`],
    'nothing, added: The parameter `authorize.mood` is new. How one feels.',
  ],
  [
    ['endpoints', 'values: [code], required: true,', 'values: [code],'],
    'nothing, widened: The parameter `authorize.responseType` may now be left out.',
  ],
  [
    ['endpoints', maxAge, maxAge.replace('seconds', 'text')],
    'compile-time, narrowed: The parameter `authorize.maxAge` is now a text of printable ASCII instead of a number of seconds.',
  ],
  [
    ['endpoints', 'client_id: { type: text,', 'client_id: { type: uri,'],
    'run-time, narrowed: The parameter `authorize.clientId` is now a URI instead of a text of printable ASCII.',
  ],
  [
    ['endpoints', 'values: [code]', 'values: [code, token]'],
    'nothing, widened: The parameter `authorize.responseType` can now be `token` too.',
  ],
  [
    ['endpoints', 'aliases: [scopes], description: What is asked', 'description: What is asked'],
    'run-time, narrowed: The parameter `authorize.scope` is no longer read under `scopes`.',
  ],
  [
    [
      'endpoints',
      'aliases: [scopes], description: What is asked',
      'aliases: [scopes, rights], description: What is asked',
    ],
    'nothing, widened: The parameter `authorize.scope` is read under `rights` too.',
  ],
  [
    [
      'endpoints',
      'required: true, secret: true, description: The code.',
      'required: true, description: The code.',
    ],
    'run-time, widened: The parameter `exchange.code` is no longer a secret: messages and logs may show it.',
  ],
  [
    ['endpoints', maxAge, maxAge.replace('{', '{ secret: true,')],
    'run-time, narrowed: The parameter `authorize.maxAge` is now a secret: no message, log or record of requests shows it any longer.',
  ],
  [
    ['endpoints', grantType, grantType.replace('grant_type', 'grant')],
    'compile-time, renamed: The parameter `exchange.grantType` is now called `exchange.grant`.',
  ],
  [
    ['endpoints', grantType, grantType.replace('authorization_code', 'code')],
    'run-time, default: The parameter `exchange.grantType` is now `code` instead of `authorization_code`.',
  ],
  [
    ['endpoints', grantType, grantType.replace(' assumed: true,', '')],
    'run-time, default: The parameter `exchange.grantType` is no longer taken for granted when it is left out.',
  ],
  [
    ['endpoints', 'const: refresh_token, ', 'const: refresh_token, assumed: true, '],
    'nothing, widened: The parameter `refresh.grantType` may now be left out.',
  ],
  [
    ['endpoints', maxAge, 'max_age: { const: "60", description: How long ago. }'],
    'compile-time, narrowed: The parameter `authorize.maxAge` is no longer to be given: it is always `60`.',
  ],
  [
    ['endpoints', grantType, 'grant_type: { type: text, required: true, description: The kind. }'],
    'compile-time, narrowed: The parameter `exchange.grantType` is now to be given: it was always `authorization_code`.',
  ],
  [
    ['endpoints', grantType, 'grant_type: { type: text, description: The kind. }'],
    'run-time, default: The parameter `exchange.grantType` is now to be given: it was always `authorization_code`.',
  ],
  [
    ['endpoints', maxAge, `${maxAge}\n      mood: { const: good, description: How one feels. }`],
    'run-time, default: The parameter `authorize.mood` is now sent: always `good`.',
  ],
  [
    ['endpoints', maxAge, maxAge.replace('How long', 'So long')],
    'nothing, words: The parameter `authorize.maxAge` is described in other words: So long ago a login may be.',
  ],
]

const fields: [Edit, string][] = [
  [
    ['endpoints', 'expires_in:', 'expires_at:'],
    'compile-time, renamed: The field `TokenResponse.expiresIn` is now called `TokenResponse.expiresAt`.',
  ],
  [
    ['endpoints', expiresIn, expiresIn.replace('{', '{ within: token,')],
    'run-time, default: The field `TokenResponse.expiresIn` is now `token.expires_in` on the wire instead of `expires_in`.',
  ],
  [
    ['endpoints', `      ${expiresIn}\n`, ''],
    'compile-time, removed: The field `TokenResponse.expiresIn` is gone.',
  ],
  [
    [
      'endpoints',
      expiresIn,
      `${expiresIn}\n      mood: { type: text, required: true, description: How it feels. }`,
    ],
    'run-time, narrowed: The field `TokenResponse.mood` is new and required: an answer without it is refused. How it feels.',
  ],
  [
    ['endpoints', expiresIn, `${expiresIn}\n      mood: { type: text, description: How it feels. }`],
    'nothing, added: The field `TokenResponse.mood` is new. How it feels.',
  ],
  [
    ['endpoints', expiresIn, expiresIn.replace('{', '{ required: true,')],
    'run-time, narrowed: The field `TokenResponse.expiresIn` must now be there: an answer without it is refused.',
  ],
  [
    [
      'endpoints',
      'access_token: { type: bearer_token, required: true,',
      'access_token: { type: bearer_token,',
    ],
    'compile-time, narrowed: The field `TokenResponse.accessToken` may now be missing.',
  ],
  [
    ['endpoints', expiresIn, expiresIn.replace('{', '{ nullable: true,')],
    'nothing, widened: The field `TokenResponse.expiresIn` may now be null or empty.',
  ],
  [
    [
      'endpoints',
      'refresh_token: { type: bearer_token, nullable: true,',
      'refresh_token: { type: bearer_token,',
    ],
    'run-time, narrowed: The field `TokenResponse.refreshToken` may no longer be null or empty.',
  ],
  [
    ['endpoints', 'values: [bearer]', 'values: [bearer, mac]'],
    'compile-time, widened: The field `TokenResponse.tokenType` can now be `mac` too.',
  ],
  [
    ['endpoints', 'ignoreCase: true, ', ''],
    'run-time, narrowed: The field `TokenResponse.tokenType` is now read in the right case only.',
  ],
]

const endpoints: [Edit, string][] = [
  [
    ['endpoints', '    media: [application', '    authentication: bearer\n    media: [application'],
    "run-time, default: The endpoint `exchange` now asks for an access token in the header `Authorization` instead of the client's id, and its secret if it has one, in the body.",
  ],
  [
    ['endpoints', 'path: /authorize', 'path: /oauth/authorize'],
    'run-time, default: The endpoint `authorize` is now `GET /oauth/authorize` instead of `GET /authorize`.',
  ],
  [
    ['endpoints', '{ location: /bye }', '{ location: /hello }'],
    'run-time, default: The endpoint `leave` now answers with the page `/hello` instead of with the page `/bye`.',
  ],
  [
    ['endpoints', '{ status: 200, message', '{ status: 201, message'],
    'run-time, default: The endpoint `exchange` now answers with status `201` instead of with status `200`.',
  ],
  [
    ['endpoints', '{ location: /bye }', '{ status: 200, message: token_response }'],
    'compile-time, narrowed: The endpoint `leave` now answers `TokenResponse` instead of with a page.',
  ],
  [
    ['endpoints', '    deprecated: Close the browser instead.\n', ''],
    'nothing, restored: The endpoint `leave` is no longer deprecated.',
  ],
  [
    [
      'endpoints',
      '    description: Asks the user.\n',
      '    description: Asks the user.\n    deprecated: Ask nobody.\n',
    ],
    'nothing, deprecated: The endpoint `authorize` is deprecated. Ask nobody.',
  ],
  [
    [
      'endpoints',
      '    media: [application/x-www-form-urlencoded]\n',
      '    media: [application/x-www-form-urlencoded, multipart/form-data]\n',
    ],
    'nothing, widened: The endpoint `exchange` takes `multipart/form-data` too.',
  ],
  [
    ['endpoints', 'errors: [invalid_request]', 'errors: [invalid_request, invalid_grant]'],
    'nothing, widened: The endpoint `authorize` may answer `invalid_grant` too.',
  ],
  [
    ['endpoints', 'Asks the user.', 'Asks someone.'],
    'nothing, words: The endpoint `authorize` is described in other words.',
  ],
  [
    ['endpoints', 'description: The tokens.', 'description: Some tokens.'],
    'nothing, words: The answer `TokenResponse` is described in other words.',
  ],
]

/** Acme with an endpoint of its own for refreshing, so that no constant is needed to tell two apart. */
const apart = edited(acme, [
  ['endpoints', '    path: /token\n    parameters:', '    path: /again\n    parameters:'],
])

test.each([...parameters, ...fields, ...endpoints])('%j: %s', async (edit, told) => {
  expect(await toldOf(apart, edited(apart, [edit]))).toEqual([told])
})

test('media types come, go and change places', async () => {
  const both = edited(apart, [
    [
      'endpoints',
      '[application/x-www-form-urlencoded]',
      '[application/x-www-form-urlencoded, multipart/form-data]',
    ],
  ])
  const turned = edited(apart, [
    [
      'endpoints',
      '[application/x-www-form-urlencoded]',
      '[multipart/form-data, application/x-www-form-urlencoded]',
    ],
  ])
  const sent =
    'run-time, default: The endpoint `exchange` is now sent `multipart/form-data` instead of `application/x-www-form-urlencoded`.'
  expect(await toldOf(both, apart)).toEqual([
    'run-time, narrowed: The endpoint `exchange` no longer takes `multipart/form-data`.',
  ])
  expect(await toldOf(both, turned)).toEqual([sent])
  expect(await toldOf(apart, turned)).toEqual([
    sent,
    'nothing, widened: The endpoint `exchange` takes `multipart/form-data` too.',
  ])
})

test('which of two parameters that are alike was renamed is not guessed', async () => {
  const twins = `${maxAge}\n      ${maxAge.replace('max_age', 'min_age')}`
  const before = edited(acme, [['endpoints', maxAge, twins]])
  expect(
    await toldOf(before, edited(acme, [['endpoints', maxAge, maxAge.replace('max_age', 'age')]])),
  ).toEqual([
    'compile-time, removed: The parameter `authorize.maxAge` is gone.',
    'compile-time, removed: The parameter `authorize.minAge` is gone.',
    'nothing, added: The parameter `authorize.age` is new. How long ago a login may be.',
  ])
})

test('a parameter that is described in other words is another one', async () => {
  const age = 'age: { type: seconds, description: How old one is. }'
  expect(await toldAfter(['endpoints', maxAge, age])).toEqual([
    'compile-time, removed: The parameter `authorize.maxAge` is gone.',
    'nothing, added: The parameter `authorize.age` is new. How old one is.',
  ])
})

test('a field that has another value lost one and gained one', async () => {
  expect(await toldAfter(['endpoints', 'values: [bearer]', 'values: [mac]'])).toEqual([
    'compile-time, narrowed: The field `TokenResponse.tokenType` can no longer be `bearer`.',
    'compile-time, widened: The field `TokenResponse.tokenType` can now be `mac` too.',
  ])
})

test('a message and an endpoint come and go, and an error code with them', async () => {
  const page =
    '  leave:\n    title: Log-out page\n    description: Ends the session.\n    deprecated: Close the browser instead.\n    source: facts\n    method: GET\n    path: /leave\n    answer: { location: /bye }\n'
  expect(
    await toldAfter(['endpoints', page, page.replace('leave:', 'go:').replace('/leave', '/go')]),
  ).toEqual([
    'compile-time, removed: The endpoint `leave` is gone.',
    'nothing, added: The endpoint `go` (`GET /go`) is new.',
  ])
  expect(
    await toldAfter(
      ['endpoints', '  authorization_response:\n', '  code_response:\n'],
      ['endpoints', 'redirect: authorization_response', 'redirect: code_response'],
    ),
  ).toEqual(['compile-time, renamed: The answer `AuthorizationResponse` is now called `CodeResponse`.'])
  expect(
    await toldAfter(
      ['endpoints', '  authorization_response:\n', '  code_response:\n'],
      ['endpoints', 'redirect: authorization_response', 'redirect: code_response'],
      ['endpoints', 'description: The code. }\nerrors', 'description: A code. }\nerrors'],
    ),
  ).toEqual([
    'compile-time, narrowed: The endpoint `authorize` now answers `CodeResponse` in a redirect instead of `AuthorizationResponse` in a redirect.',
    'compile-time, removed: The answer `AuthorizationResponse` is gone.',
    'nothing, added: The answer `CodeResponse` is new.',
  ])
  expect(
    await toldAfter(
      [
        'endpoints',
        '  invalid_grant: { status: 400, description: The code is no good., source: RFC 6749 §5.2 }\n',
        '',
      ],
      ['endpoints', 'errors: [invalid_request, invalid_grant]', 'errors: [invalid_request]'],
    ),
  ).toEqual([
    'compile-time, removed: The error code `invalid_grant` is gone.',
    'nothing, narrowed: The endpoint `exchange` no longer answers `invalid_grant`.',
  ])
})

test('a message in the fragment may be renamed, be another one or be gone', async () => {
  const [name, fragment] = ['  implicit_response:\n', ', fragment: implicit_response']
  const after = (...edits: Edit[]) => toldOf(acmeWithFragment, edited(acmeWithFragment, edits))
  expect(
    await after(
      ['endpoints', name, '  hash_response:\n'],
      ['endpoints', fragment, fragment.replace('implicit', 'hash')],
    ),
  ).toEqual(['compile-time, renamed: The answer `ImplicitResponse` is now called `HashResponse`.'])
  expect(await after(['endpoints', fragment, fragment.replace('implicit', 'token')])).toContain(
    'run-time, default: The endpoint `authorize` now answers with `TokenResponse` in the fragment instead of with `ImplicitResponse` in the fragment.',
  )
  expect(await after(['endpoints', fragment, ''])).toContain(
    'run-time, default: The endpoint `authorize` now answers without a fragment instead of with `ImplicitResponse` in the fragment.',
  )
})
