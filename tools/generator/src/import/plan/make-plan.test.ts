import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { acme } from '../../spec/acme.fixture.js'
import type { ApiDocument } from '../api-document.js'
import { makePlan } from './make-plan.js'

const spec = { operations: parse(acme.operations), scopes: parse(acme.scopes) }

/** As many families that the spec does not know, each asked for by an operation. */
function unknown(count: number, isListed: boolean): ApiDocument {
  const families = Array.from({ length: count }, (_, index) => `family${index}x`)
  return {
    from: 'openapi.yaml',
    title: undefined,
    version: '4.0.0',
    listed: new Map(isListed ? families.map((family) => [`${family}:read`, 'Words.']) : []),
    alone: new Set(),
    placeOf: () => undefined,
    listedAt: () => undefined,
    operations: families.map((family) => ({
      method: 'GET',
      path: `/${family}/all`,
      id: undefined,
      access: { auth: 'scoped', anyOf: [[`${family}:read`]] },
    })),
  }
}

test.each([
  ['that are listed are new', true],
  ['that are not are mistakes', false],
])(
  'of a document of thousands of unknown families those %s, and few questions are left',
  (_, isListed) => {
    const { scopes, warnings, decisions } = makePlan(unknown(8000, isListed), spec, false)
    expect([scopes.length, warnings.length]).toEqual(isListed ? [8000, 0] : [0, 8000])
    expect(decisions.length).toBeLessThan(6)
  },
  60_000,
)
