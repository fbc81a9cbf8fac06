/** A small spec with one of everything that the format knows, for a provider that doesn't exist. */

import { otherHouse, schemaFiles } from '../house/other-house.fixture.js'
import type { PerPart } from './documents.js'

export const acme: PerPart<string> = {
  endpoints: `
provider: { name: Acme Cloud, loginUrl: https://login.acme.example, apiUrl: https://api.acme.example }
endpoints:
  authorize:
    title: Authorization endpoint
    description: Asks the user.
    source: RFC 6749 §4.1.1
    method: GET
    path: /authorize
    parameters:
      client_id: { type: text, required: true, description: Who asks. }
      response_type: { type: enum, values: [code], required: true, description: What comes back. }
      scope: { type: scopes, aliases: [scopes], description: What is asked for. }
      max_age: { type: seconds, description: How long ago a login may be. }
    answer: { redirect: authorization_response }
    errors: [invalid_request]
  exchange:
    title: Token endpoint, code
    description: Gives a token for a code.
    source: RFC 6749 §4.1.3
    method: POST
    path: /token
    media: [application/x-www-form-urlencoded]
    parameters:
      grant_type: { const: authorization_code, assumed: true, description: The kind of request. }
      client_id: { type: text, required: true, description: Who asks. }
      code: { type: text, required: true, secret: true, description: The code. }
    answer: { status: 200, message: token_response }
    errors: [invalid_request, invalid_grant]
  refresh:
    title: Token endpoint, refresh
    description: Gives a token for an older one.
    source: RFC 6749 §6
    method: POST
    path: /token
    parameters:
      grant_type: { const: refresh_token, description: The kind of request. }
      refresh_token: { type: bearer_token, required: true, secret: true, aliases: [token], description: The older one. }
    answer: { status: 200, message: token_response }
  leave:
    title: Log-out page
    description: Ends the session.
    deprecated: Close the browser instead.
    source: facts
    method: GET
    path: /leave
    answer: { location: /bye }
messages:
  token_response:
    title: Token answer
    description: The tokens.
    source: RFC 6749 §5.1
    fields:
      access_token: { type: bearer_token, required: true, secret: true, description: The token. }
      token_type: { type: enum, values: [bearer], ignoreCase: true, required: true, description: How it is used. }
      expires_in: { type: seconds, description: How long it lives. }
      refresh_token: { type: bearer_token, nullable: true, secret: true, description: The next one. }
      scope: { type: scopes, aliases: [scopes], description: What was granted. }
  authorization_response:
    title: Authorization answer
    description: A code.
    source: RFC 6749 §4.1.2
    fields:
      code: { type: text, secret: true, description: The code. }
errors:
  invalid_request: { status: 400, description: It can't be read., source: RFC 6749 §5.2 }
  invalid_grant: { status: 400, description: The code is no good., source: RFC 6749 §5.2 }
credentials: { client_id: 20, client_secret: 40, code: 20, access_token: 64, refresh_token: 64 }
lifetimes: { code: 60, access_token: 3600 }
api:
  basePath: /v1
  headers: { granted: X-Granted, accepted: X-Needed }
  errors:
    invalid_token: { status: 401, reason: Bad token, description: It is dead. }
    insufficient_scope: { status: 403, reason: Too little, description: It lacks a scope. }
    not_found: { status: 404, reason: Nothing here, description: There is no such thing. }
`,
  scopes: `
separators: { read: [' ', ','], write: ' ' }
ignoreCase: true
wildcard: { scope: '*', name: all, title: Everything, description: Do everything. }
levels:
  read: { name: readOnly, title: '{title}: see', description: 'See {things}.', aliases: [view] }
  write: { name: readWrite, title: '{title}: change', description: 'Change {things}.', includes: [read] }
nothing: [none]
bare: write
families:
  box: { name: Boxes, things: your boxes }
  gift_card:
    name: GiftCards
    title: Gift cards
    things: your gift cards
    note: They are sent by post.
    descriptions: { write: Send gift cards. }
    includes: { write: ['box:read'] }
  stamp: { name: Stamps, things: your stamps, levels: [read], retired: { declared: 1.0.0, removed: 2.0.0 } }
folded:
  crate: { into: box, name: Crates }
  parcel: { into: box }
scopes:
  offline: { name: offline, description: Stay signed in., includes: ['box:read'], aliases: [forever] }
`,
  operations: `
version: 3.2.1
operations:
  GET /boxes: { declared: 'box:read', since: 1.0.0, id: list-boxes }
  POST /boxes: { declared: 'box:read', recorded: 'box:write', id: post-box, note: Seen. }
  GET /boxes/{boxId}: { declared: 'boxx:read', corrected: 'box:read', id: get-box }
  POST /gifts: { declared: [['box:write', 'gift_card:write'], ['*']], id: post-gift }
  GET /open: { auth: none, recorded: '*', id: get-open }
  GET /quiet: { declared: 'box:read', recorded: '*', id: get-quiet }
  GET /me: { auth: any_token, id: get-me }
  GET /mine: { auth: pat, recorded: 'box:read', id: get-mine }
`,
}

/** The same, with an answer that stands in the fragment of the redirect URI. */
export const acmeWithFragment: PerPart<string> = {
  ...acme,
  endpoints: acme.endpoints
    .replace(
      'redirect: authorization_response',
      'redirect: authorization_response, fragment: implicit_response',
    )
    .replace(
      '\nerrors:\n',
      `
  implicit_response:
    title: Implicit answer
    description: A token.
    source: RFC 6749 §4.2.2
    fields:
      access_token: { type: bearer_token, required: true, secret: true, description: The token. }
errors:
`,
    ),
}

/** The same, with a family of which one level is retired. */
export const partlyRetired: PerPart<string> = {
  ...acme,
  scopes: acme.scopes.replace(
    'name: GiftCards\n',
    'name: GiftCards\n    retired: { levels: [read], removed: 2.0.0 }\n',
  ),
}

/** The files of a spec beside the schemas, where the other house looks for them. */
export function filesOf(spec: PerPart<string>): Record<string, string> {
  return {
    ...schemaFiles,
    [otherHouse.spec.endpoints]: spec.endpoints,
    [otherHouse.spec.scopes]: spec.scopes,
    [otherHouse.spec.operations]: spec.operations,
  }
}
