// The table "breaks when" of spec/README.md, cell by cell: the gravest thing that a change does to an app.
import { expect, test } from 'vitest'
import { acme } from '../../spec/acme.fixture.js'
import type { Edit } from '../../validate/faults.fixture.js'
import type { Breaks } from '../change.js'
import { edited, pictureFrom } from '../diff.fixture.js'
import { compare } from './compare.js'

type Rows = readonly (readonly [what: string, ...edits: Edit[]])[]

const stamp =
  '  stamp: { name: Stamps, things: your stamps, levels: [read], retired: { declared: 1.0.0, removed: 2.0.0 } }\n'
const offline =
  "  offline: { name: offline, description: Stay signed in., includes: ['box:read'], aliases: [forever] }\n"
const maxAge = 'max_age: { type: seconds, description: How long ago a login may be. }'
const expiresIn = 'expires_in: { type: seconds, description: How long it lives. }'
const notes = '\n  note: { name: Notes, things: your notes }\nfolded:'
const withoutWrite: Edit[] = [
  ['scopes', 'things: your boxes', 'things: your boxes, levels: [read]'],
  ['operations', "recorded: 'box:write'", "recorded: 'box:read'"],
  ['operations', "['box:write', 'gift_card:write']", "['gift_card:write']"],
]

const table: Readonly<Record<string, Readonly<Record<Breaks, Rows>>>> = {
  'a scope, a family, a level': {
    'compile-time': [
      ['a family is gone', ['scopes', stamp, '']],
      ['a scope without a family is gone', ['scopes', `scopes:\n${offline}`, '']],
      ['a family lost a level', ...withoutWrite],
      ['a family has another name', ['scopes', 'name: Boxes', 'name: Cartons']],
      ['a family has its name in another case', ['scopes', 'name: Boxes', 'name: BOXES']],
      ['a family has another id', ['scopes', '  stamp: {', '  mark: {']],
      ['a level has another name', ['scopes', 'name: readOnly', 'name: look']],
      ['a scope has another name', ['scopes', 'name: offline', 'name: away']],
      ['a scope has another text', ['scopes', '  offline: {', '  away: {']],
      ['a scope includes less', ['scopes', "includes: ['box:read'], aliases", 'aliases']],
      ['a level includes less', ['scopes', ', includes: [read] }', ' }']],
      [
        'a family went into another',
        ['scopes', stamp, ''],
        ['scopes', 'folded:', 'folded:\n  stamp: { into: box }'],
      ],
      ['a former family has no name any longer', ['scopes', ', name: Crates', '']],
      ['a former family is forgotten', ['scopes', '  crate: { into: box, name: Crates }\n', '']],
      ['the wildcard has another name', ['scopes', 'name: all,', 'name: every,']],
    ],
    'run-time': [
      [
        'a former name stands for another family',
        ['scopes', 'crate: { into: box', 'crate: { into: gift_card'],
      ],
    ],
    nothing: [
      ['a new family', ['scopes', '\nfolded:', notes]],
      ['a new scope', ['scopes', offline, `${offline}  away: { name: away, description: Stay away. }\n`]],
      ['a family has a level more', ['scopes', ', levels: [read], retired', ', retired']],
      ['a scope is retired', ['scopes', '{ name: offline,', '{ retired: { removed: 3.2.1 }, name: offline,']],
      ['a scope is retired no longer', ['scopes', ', retired: { declared: 1.0.0, removed: 2.0.0 }', '']],
      [
        'a scope includes more',
        ['scopes', "includes: ['box:read'], aliases", "includes: ['box:write'], aliases"],
      ],
      ['a title', ['scopes', 'title: Gift cards', 'title: Vouchers']],
      ['things', ['scopes', 'things: your boxes', 'things: all your boxes']],
      ['a note', ['scopes', 'They are sent by post.', 'They are sent.']],
      ['one more former family', ['scopes', 'folded:', 'folded:\n  pack: { into: box, name: Packs }']],
    ],
  },
  'how scopes are read and written': {
    'compile-time': [],
    'run-time': [
      ['an alias of a scope is forgotten', ['scopes', ', aliases: [forever]', '']],
      ['an alias of a level is forgotten', ['scopes', ', aliases: [view]', '']],
      ['a former family without a name is forgotten', ['scopes', '  parcel: { into: box }\n', '']],
      ['a bare family stands for another level', ['scopes', 'bare: write', 'bare: read']],
      ['a bare family stands for none', ['scopes', 'bare: write\n', '']],
      ['a word for nothing is forgotten', ['scopes', 'nothing: [none]', 'nothing: []']],
      ['a separator is no longer read', ['scopes', "read: [' ', ',']", "read: [' ']"]],
      ['another separator is written', ['scopes', "write: ' '", "write: ','"]],
      ['another separator is answered', ['scopes', "write: ' '", "write: ' ', answer: ','"]],
      ['case matters', ['scopes', 'ignoreCase: true\n', '']],
    ],
    nothing: [
      ['one more alias of a scope', ['scopes', '[forever]', '[forever, always]']],
      ['one more alias of a level', ['scopes', '[view]', '[view, see]']],
      ['one more separator is read', ['scopes', "read: [' ', ',']", "read: [' ', ',', '+']"]],
      ['one more word for nothing', ['scopes', 'nothing: [none]', 'nothing: [none, nil]']],
    ],
  },
  'an operation': {
    'compile-time': [
      ['is gone', ['operations', '  GET /me: { auth: any_token, id: get-me }\n', '']],
      ['has another path', ['operations', 'GET /boxes:', 'GET /cartons:']],
      ['has another name of a parameter', ['operations', '{boxId}', '{id}']],
      ['has another method', ['operations', 'GET /me:', 'PUT /me:']],
      ['has another id', ['operations', 'id: get-me', 'id: me']],
      ['turned to personal tokens', ['operations', 'auth: any_token', 'auth: pat']],
      ['turned from personal tokens', ['operations', 'auth: pat, ', '']],
    ],
    'run-time': [
      [
        'asks for a higher scope',
        ['operations', "recorded: 'box:write'", "recorded: '*'"],
        ['operations', "declared: 'box:read', since", "declared: 'box:write', since"],
      ],
      ['asks for another scope', ['operations', "corrected: 'box:read'", "corrected: 'gift_card:read'"]],
      [
        'asks for one scope more',
        ['operations', "corrected: 'box:read'", "corrected: ['box:read', offline]"],
      ],
      ['lost an alternative', ['operations', "[['box:write', 'gift_card:write'], ['*']]", "'*'"]],
      [
        'has an alternative more, of fewer scopes than an app is given for it',
        ['operations', "['*']]", "['*'], [offline]]"],
      ],
      ['asks for a token', ['operations', "auth: none, recorded: '*'", 'auth: any_token']],
      ['asks for a scope', ['operations', "recorded: '*', id: get-quiet", 'id: get-quiet']],
      [
        'swapped ids with another',
        ['operations', 'id: get-open', 'id: x'],
        ['operations', 'id: get-quiet', 'id: get-open'],
        ['operations', 'id: x', 'id: get-quiet'],
      ],
    ],
    nothing: [
      ['is new', ['operations', 'GET /me:', 'GET /you: { auth: any_token, id: get-you }\n  GET /me:']],
      ['asks for a lower scope', ['operations', "recorded: 'box:write'", "recorded: 'box:read'"]],
      [
        'has an alternative more',
        ['operations', "declared: 'box:read', since", "declared: [['box:read'], [offline]], since"],
      ],
      ['takes any token', ['operations', "recorded: 'box:write'", "recorded: '*'"]],
      ['takes no token', ['operations', 'auth: any_token', "auth: none, recorded: '*'"]],
      ['has another note', ['operations', 'note: Seen.', 'note: Heard.']],
    ],
  },
  'an endpoint': {
    'compile-time': [
      ['has another name', ['endpoints', '  leave:\n', '  go:\n']],
      [
        'answers another message',
        ['endpoints', 'redirect: authorization_response', 'redirect: token_response'],
      ],
    ],
    'run-time': [
      ['has another path', ['endpoints', 'path: /authorize', 'path: /oauth']],
      [
        'has another method',
        ['endpoints', 'method: GET\n    path: /leave', 'method: POST\n    path: /leave'],
      ],
      [
        'is asked by another proof',
        ['endpoints', '    media: [', '    authentication: bearer\n    media: ['],
      ],
      [
        'is sent another type',
        ['endpoints', '    media: [application/x-www-form-urlencoded]', '    media: [multipart/form-data]'],
      ],
      ['leads to another page', ['endpoints', 'location: /bye', 'location: /hello']],
      ['answers with another status', ['endpoints', '{ status: 200, message', '{ status: 201, message']],
    ],
    nothing: [
      ['is deprecated', ['endpoints', 'Asks the user.\n', 'Asks the user.\n    deprecated: Do not.\n']],
      ['is deprecated no longer', ['endpoints', '    deprecated: Close the browser instead.\n', '']],
      [
        'may answer an error more',
        ['endpoints', 'errors: [invalid_request]', 'errors: [invalid_request, invalid_grant]'],
      ],
      [
        'answers an error less',
        ['endpoints', 'errors: [invalid_request, invalid_grant]', 'errors: [invalid_grant]'],
      ],
      ['takes another type too', ['endpoints', 'urlencoded]', 'urlencoded, multipart/form-data]']],
      ['is described otherwise', ['endpoints', 'Asks the user.', 'Asks.']],
    ],
  },
  'a parameter': {
    'compile-time': [
      ['is gone', ['endpoints', `      ${maxAge}\n`, '']],
      ['has another name', ['endpoints', maxAge, maxAge.replace('max_age: {', 'age: { aliases: [max_age],')]],
      ['is now required', ['endpoints', maxAge, maxAge.replace('{', '{ required: true,')]],
      [
        'is new and required',
        ['endpoints', maxAge, `${maxAge}\n      mood: { type: text, required: true, description: Mood. }`],
      ],
      ['has a value less', ['endpoints', 'values: [code]', 'values: [token]']],
      ['has another type in code', ['endpoints', maxAge, maxAge.replace('seconds', 'text')]],
      ['became a constant', ['endpoints', maxAge, 'max_age: { const: "60", description: How long. }']],
    ],
    'run-time': [
      ['has another type on the wire', ['endpoints', 'client_id: { type: text', 'client_id: { type: uri']],
      [
        'is a new constant',
        ['endpoints', maxAge, `${maxAge}\n      mood: { const: good, description: Mood. }`],
      ],
      ['is another constant', ['endpoints', 'const: authorization_code', 'const: code']],
      ['is no longer assumed', ['endpoints', ' assumed: true,', '']],
      [
        'is no longer read under another name',
        [
          'endpoints',
          'scope: { type: scopes, aliases: [scopes], description: What is asked',
          'scope: { type: scopes, description: What is asked',
        ],
      ],
      [
        'is no longer secret',
        [
          'endpoints',
          'code: { type: text, required: true, secret: true,',
          'code: { type: text, required: true,',
        ],
      ],
      ['is now secret', ['endpoints', maxAge, maxAge.replace('{', '{ secret: true,')]],
    ],
    nothing: [
      ['is new', ['endpoints', maxAge, `${maxAge}\n      mood: { type: text, description: Mood. }`]],
      ['may be left out', ['endpoints', 'values: [code], required: true,', 'values: [code],']],
      ['has a value more', ['endpoints', 'values: [code]', 'values: [code, token]']],
      [
        'has another name too',
        [
          'endpoints',
          'aliases: [scopes], description: What is asked',
          'aliases: [scopes, rights], description: What is asked',
        ],
      ],
      ['is assumed', ['endpoints', 'const: refresh_token,', 'const: refresh_token, assumed: true,']],
    ],
  },
  'a field': {
    'compile-time': [
      ['is gone', ['endpoints', `      ${expiresIn}\n`, '']],
      ['has another name', ['endpoints', 'expires_in:', 'lives:']],
      [
        'may be missing',
        [
          'endpoints',
          'access_token: { type: bearer_token, required: true,',
          'access_token: { type: bearer_token,',
        ],
      ],
      ['has another type in code', ['endpoints', expiresIn, expiresIn.replace('seconds', 'text')]],
      ['has a value more', ['endpoints', 'values: [bearer]', 'values: [bearer, mac]']],
      ['has a value less', ['endpoints', 'values: [bearer]', 'values: [mac]']],
    ],
    'run-time': [
      ['stands elsewhere', ['endpoints', expiresIn, expiresIn.replace('{', '{ within: token,')]],
      ['may be null no longer', ['endpoints', 'nullable: true, ', '']],
      ['must be there', ['endpoints', expiresIn, expiresIn.replace('{', '{ required: true,')]],
      [
        'is new and must be there',
        [
          'endpoints',
          expiresIn,
          `${expiresIn}\n      mood: { type: text, required: true, description: Mood. }`,
        ],
      ],
      [
        'is no longer read under another name',
        ['endpoints', 'aliases: [scopes], description: What was granted', 'description: What was granted'],
      ],
      ['is no longer secret', ['endpoints', 'nullable: true, secret: true,', 'nullable: true,']],
      ['is now secret', ['endpoints', expiresIn, expiresIn.replace('{', '{ secret: true,')]],
    ],
    nothing: [
      ['is new', ['endpoints', expiresIn, `${expiresIn}\n      mood: { type: text, description: Mood. }`]],
      ['may be null', ['endpoints', expiresIn, expiresIn.replace('{', '{ nullable: true,')]],
    ],
  },
  'an answer': {
    'compile-time': [
      [
        'is gone',
        ['endpoints', /\n {2}authorization_response:(\n {4}.*)+/.exec(acme.endpoints)?.[0] ?? '', ''],
        ['endpoints', 'redirect: authorization_response', 'redirect: token_response'],
      ],
      [
        'has another name',
        ['endpoints', '  authorization_response:\n', '  code_response:\n'],
        ['endpoints', 'redirect: authorization_response', 'redirect: code_response'],
      ],
    ],
    'run-time': [],
    nothing: [['is described otherwise', ['endpoints', 'description: The tokens.', 'description: Tokens.']]],
  },
  'an error code': {
    'compile-time': [
      [
        'is gone',
        ['endpoints', /\n {2}invalid_grant:.*/.exec(acme.endpoints)?.[0] ?? '', ''],
        ['endpoints', ', invalid_grant]', ']'],
      ],
      [
        'is new',
        [
          'endpoints',
          '\ncredentials:',
          '\n  slow: { status: 429, description: Slow., source: facts }\ncredentials:',
        ],
      ],
    ],
    'run-time': [
      ['has another status', ['endpoints', 'invalid_grant: { status: 400', 'invalid_grant: { status: 401']],
      ['has another meaning', ['endpoints', 'invalid_grant: {', 'invalid_grant: { means: invalid_request,']],
    ],
    nothing: [['is described otherwise', ['endpoints', 'The code is no good.', 'The code is bad.']]],
  },
  'a default': {
    'compile-time': [['of the name in code', ['endpoints', 'name: Acme Cloud', 'name: Acme']]],
    'run-time': [
      ['of the address of the login', ['endpoints', 'https://login.acme', 'https://in.acme']],
      ['of the address of the API', ['endpoints', 'https://api.acme', 'https://a.acme']],
      ['of a header', ['endpoints', 'X-Granted', 'X-Given']],
      ['of a refusal', ['endpoints', 'reason: Too little', 'reason: Less']],
      ['of the path before all', ['endpoints', 'basePath: /v1', 'basePath: /v2']],
    ],
    nothing: [
      ['of a length', ['endpoints', 'client_id: 20', 'client_id: 24']],
      ['of a lifetime', ['endpoints', 'access_token: 3600', 'access_token: 7200']],
      ['of the document of metadata', ['endpoints', 'provider: { ', 'provider: { discovery: true, ']],
      ['of the version of the document', ['operations', 'version: 3.2.1', 'version: 3.3.0']],
    ],
  },
}

const gravest: readonly Breaks[] = ['compile-time', 'run-time', 'nothing']

const cells = Object.entries(table).flatMap(([thing, row]) =>
  gravest.flatMap((breaks) => row[breaks].map(([what, ...edits]) => ({ thing, breaks, what, edits }))),
)

/** With an endpoint of its own for refreshing, so that no constant is needed to tell two apart. */
const apart = edited(acme, [
  ['endpoints', '    path: /token\n    parameters:', '    path: /again\n    parameters:'],
])
const before = await pictureFrom(apart)

test.each(cells)('$thing, $breaks: $what', async ({ breaks, edits }) => {
  const changes = compare(before, await pictureFrom(edited(apart, edits)), 'Scopes')
  expect(changes.length).toBeGreaterThan(0)
  expect(gravest.find((one) => changes.some((change) => change.breaks === one))).toBe(breaks)
})
