import { expect, test } from 'vitest'
import { acme, filesOf } from '../../spec/acme.fixture.js'
import { type Edit, faultsAfter, faultsOf, rawFaultsAfter } from '../faults.fixture.js'

function needs(...scopes: readonly string[]): Edit {
  const lines = scopes.map((scope, index) => `  GET /x${index}: { declared: '${scope}', id: x${index} }\n`)
  return ['operations', '  GET /me:', `${lines.join('')}  GET /me:`]
}

const rockets: readonly string[] = Array.from({ length: 9 }, () => 'rocket:read')
const comets: readonly string[] = ['comet:read', 'comet:write']

test('a family that many operations need and that is not declared is told once, where it is missing', async () => {
  const edit = needs(...rockets, 'rocket:write')
  expect(await faultsAfter(edit)).toEqual([
    'families: 10 places name the family "rocket", which is not declared: does the file end too early?: ' +
      'put back what is gone from it, and declare what is new',
  ])
  const [fault] = await rawFaultsAfter(edit)
  expect(fault?.also?.map(({ place, says }) => [place.file, says])).toEqual([
    ['api/scopes.yaml', 'the last that is declared'],
    ['api/operations.yaml', 'the first of these places'],
  ])
})

test('so are several, with all of their names, and what went into one of them is not told besides', async () => {
  const folded: Edit = ['scopes', 'parcel: { into: box }', 'parcel: { into: rocket }']
  const [fault, ...others] = await rawFaultsAfter(needs(...rockets, ...comets), folded)
  expect(fault?.wrong).toBe('11 places name 2 families that are not declared: does the file end too early?')
  expect(fault?.expected).toBe('families that the file lacks: rocket, comet')
  expect(others).toEqual([])
})

test('of very many the first are named', async () => {
  const all = Array.from({ length: 30 }, (_, index) => `${index}rocket${index}:read`)
  const [fault] = await rawFaultsAfter(needs(...all, ...all))
  expect(fault?.wrong).toContain('60 places name 30 families')
  expect(fault?.expected?.split(', ')).toHaveLength(21)
})

test('other faults stay beside it: another level, a family that one place names, one that is like another', async () => {
  const slips = ['rocket:raed', 'zeppelin:read', 'bux:read']
  const told = await faultsAfter(needs(...rockets, ...comets, ...slips), [
    'scopes',
    'bare: write',
    'bare: most',
  ])
  const marks = ["'rocket", "'zeppelin", "'bux", 'most', 'families']
  expect(told.map((fault) => fault.split(':')[0])).toEqual(marks)
  expect(told[0]).toContain('there is no scope "rocket:raed"')
})

test('where few places name it, each of them is told', async () => {
  expect(await faultsAfter(needs(...rockets))).toHaveLength(9)
})

test('without families no level is told to be idle: they may be what is missing', async () => {
  const scopes = acme.scopes.replace(/\nfamilies:.*(?=\nfolded:)/s, '')
  const [, from, to] = needs(...rockets, ...comets)
  const operations = acme.operations.replace(from, to)
  const found = await faultsOf(filesOf({ ...acme, scopes, operations }))
  expect(found.map(({ rule }) => rule)).not.toContain('no-idle-level')
  expect(found.find(({ rule }) => rule === 'no-missing-family')?.place.text).toBe('levels:')
})
