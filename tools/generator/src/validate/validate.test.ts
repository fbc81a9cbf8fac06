import { expect, test } from 'vitest'
import { acme, filesOf } from '../acme.fixture.js'
import { faultsAfter, faultsOf, rawFaultsAfter } from '../faults.fixture.js'
import { otherHouse } from '../house.fixture.js'

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
    expect.stringMatching(/^api\/operations\.yaml:10:3: the key "GET \/boxes" stands already in line 4/),
    expect.stringMatching(/^api\/scopes\.yaml:3:1: the key "ignorecase" is not known here/),
  ])
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
    'api/schema/operations.json: this is no JSON Schema: schema is invalid: data/type must be equal to one of the allowed ' +
      'values, data/type must be array, data/type must match a schema in anyOf',
    'api/scopes.yaml: the file is missing',
  ])
})
