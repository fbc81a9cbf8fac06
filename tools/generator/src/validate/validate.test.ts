import { expect, test } from 'vitest'
import { otherHouse } from '../house/other-house.fixture.js'
import { acme, filesOf } from '../spec/acme.fixture.js'
import { faultsAfter, faultsOf, rawFaultsAfter } from './faults.fixture.js'

test('a spec without faults passes', async () => {
  expect(await faultsAfter()).toEqual([])
})

test('faults of every kind in every file are told in one run, in the order of files and lines', async () => {
  const faults = await rawFaultsAfter(
    ['operations', 'GET /me:', 'GET /boxes:'],
    ['scopes', 'ignoreCase: true', 'ignorecase: true'],
    ['endpoints', 'message: token_response', 'message: tokn_response'],
    ['endpoints', 'errors: [invalid_request, invalid_grant]', 'errors: [unknown]'],
  )
  expect(faults.map(({ place, wrong }) => `${place.file}:${place.line}:${place.column}: ${wrong}`)).toEqual([
    expect.stringMatching(/^api\/endpoints\.yaml:28:37: there is no message/),
    expect.stringMatching(/^api\/endpoints\.yaml:29:14: there is no error/),
    expect.stringMatching(/^api\/operations\.yaml:10:3: the key "GET \/boxes" stands twice/),
    expect.stringMatching(/^api\/scopes\.yaml:3:1: the key "ignorecase" is not known here/),
  ])
})

test('an entry that its schema refuses is told once, and rules still judge what stands beside it', async () => {
  expect(
    await faultsAfter(
      ['scopes', 'box: { name: Boxes,', 'box: { nmae: Boxes,'],
      ['scopes', 'bare: write', 'bare: most'],
      ['scopes', 'parcel: { into: box }', 'parcel: { into: bx }'],
    ),
  ).toEqual([
    'most: there is no level "most": write one of these',
    'nmae: the key "nmae" is not known here: did you mean "name"?',
    'bx: there is no family "bx": did you mean "box"?',
  ])
  expect(
    await faultsAfter(
      ['endpoints', 'title: Token answer', 'titel: Token answer'],
      ['endpoints', 'status: 400, description: It', 'status: 4, description: It'],
      ['endpoints', 'errors: [invalid_request]', 'errors: [invalid_requests]'],
      ['endpoints', 'loginUrl: https:', 'loginUrl: ftp:'],
      ['operations', 'id: get-mine', 'id: get-me'],
      ['operations', 'auth: none', 'auth: nobody'],
    ),
  ).toEqual([
    expect.stringContaining('"ftp://login.acme.example" is not of the right form'),
    'invalid_requests: there is no error "invalid_requests": did you mean "invalid_request"?',
    'titel: the key "titel" is not known here: did you mean "title"?',
    '4: 4 is too small: write 200 or more',
    'nobody: "nobody" is not known here: write one of these',
    'get-me: "get-me" is already the id of GET /me: give one of them another id',
  ])
})

test('a key that is misnamed is known by the name that was meant', async () => {
  expect(await faultsAfter(['scopes', '  box: {', '  Box: {'])).toEqual([
    `Box: "Box" won't do as a key here: did you mean "box"?`,
  ])
})

test('a section that is misnamed is judged as the one that was meant, by its schema and by the rules', async () => {
  expect(
    await faultsAfter(
      ['scopes', 'families:', 'familes:'],
      ['scopes', 'box: { name: Boxes,', 'box: { nmae: Boxes,'],
      ['scopes', 'bare: write', 'bare: most'],
      ['scopes', 'stamp: { name: Stamps,', 'stamp: { name: OAuthScope,'],
      ['operations', "recorded: 'box:write'", "recorded: 'box:wriet'"],
    ),
  ).toEqual([
    `'box:wriet': the family "box" has no level "wriet": did you mean "box:write"?`,
    'most: there is no level "most": write one of these',
    'familes: the key "familes" is not known here: did you mean "families"?',
    'nmae: the key "nmae" is not known here: did you mean "name"?',
    expect.stringContaining('OAuthScope: '),
  ])
  expect(await faultsAfter(['scopes', 'families:', 'familes:'])).toHaveLength(1)
})

test('a section at fault as a whole is not judged, nor what refers to it', async () => {
  expect(await faultsAfter(['scopes', 'families:', 'kindred:'])).toHaveLength(1)
  expect(
    await faultsAfter(
      ['scopes', 'ignoreCase: true', 'ignoreCase: yes'],
      ['scopes', 'bare: write', 'bare: most'],
    ),
  ).toHaveLength(2)
})

test('a name that a section lacks is told only while no entry of that section is left out', async () => {
  const bare = ['scopes', 'bare: write', 'bare: most'] as const
  const unreadable = (key: string) => ['scopes', key, `  "?": {`] as const
  expect(await faultsAfter(bare, unreadable('  stamp: {'))).toHaveLength(2)
  expect(await faultsAfter(bare, unreadable('  write: {'))).toHaveLength(1)
  expect(
    await faultsAfter(bare, ['scopes', '  crate: {', '  parcel: { into: box }\n  crate: {']),
  ).toHaveLength(2)
  expect(await faultsAfter(bare, ['scopes', 'families:', 'levels: {}\nfamilies:'])).toHaveLength(1)
})

test('what is refused in one file makes no fault in another that refers to it', async () => {
  expect(
    await faultsAfter(['scopes', '  gift_card:', '  "?":'], ['operations', 'version: 3.2.1', 'version: 3']),
  ).toEqual([expect.stringMatching(/^3: /), expect.stringMatching(/^"\?": /)])
})

test('rules still judge the files that are well', async () => {
  const faults = await faultsAfter(
    ['endpoints', 'provider:', 'provider: ['],
    ['scopes', 'bare: write', 'bare: most'],
  )
  expect(faults).toHaveLength(2)
  expect(faults[1]).toContain('there is no level "most"')
})

test('a missing file and a bad schema are faults like others', async () => {
  const files = filesOf(acme)
  delete files[otherHouse.spec.scopes]
  files[otherHouse.schemas.operations] = '{ "type": "thing" }'
  const faults = await faultsOf(files)
  expect(faults.map(({ place, wrong }) => `${place.file}: ${wrong}`)).toEqual([
    'api/schema/operations.json: this is no JSON Schema: "thing" is not known here',
    'api/scopes.yaml: the file is missing',
  ])
})
