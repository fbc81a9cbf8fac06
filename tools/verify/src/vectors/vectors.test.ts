// The examples that are published for ports to other languages, each held against core.
import { readFileSync } from 'node:fs'
import { OAuthScopes } from '@linode-login/core'
import * as describing from '@linode-login/core/describe'
import * as operations from '@linode-login/core/operations'
import { describe, expect, test } from 'vitest'
import { root } from '../repository.js'
import { proofsOfApiAnswers, tokenCovers } from './api-answers.fixture.js'
import { proofsByCalls } from './calls.fixture.js'
import { errorCodes, proofsOfErrors } from './errors.fixture.js'
import { proofsOfLogin } from './login.fixture.js'
import { proveEach, publishedIn } from './published.fixture.js'

const reference = `${root}packages/core/reference`
const published = publishedIn(reference)

proveEach(published, {
  ...proofsByCalls(OAuthScopes, describing, operations),
  ...proofsOfLogin,
  ...proofsOfApiAnswers,
  ...proofsOfErrors,
})

describe('a token that is asked to have it', () => {
  proveEach({ covers: published['covers'] ?? [] }, { covers: tokenCovers })
})

test('each kind of request is among the examples', () => {
  expect(new Set(published['requests']?.map(({ operation }) => operation))).toEqual(
    new Set(['exchange', 'refresh', 'revoke', 'expire']),
  )
})

test('every code of core is told of once in each class, with when it arises', () => {
  const told = published['errors']?.map((error) => `${error['class']} ${error['code']}`)
  const known = [...errorCodes].flatMap(([name, codes]) => codes.map((code) => `${name} ${code}`))
  expect(told?.toSorted()).toEqual(known.sort())
})

test("every code that an example ends in is told of, or is the login server's own", () => {
  const { server_errors } = JSON.parse(readFileSync(`${reference}/vectors.json`, 'utf8'))
  const told = new Set([
    ...Object.keys(server_errors),
    ...(published['errors'] ?? []).map(({ code }) => code),
  ])
  const used = Object.entries(published).flatMap(([list, examples]) =>
    // In a callback the error is a word of the server's, known or not.
    examples.flatMap((example) => example[list === 'authorization_answers' ? 'refused' : 'error'] ?? []),
  )
  expect(new Set(used).size).toBeGreaterThan(20)
  expect(used.filter((code) => !told.has(code))).toEqual([])
})
