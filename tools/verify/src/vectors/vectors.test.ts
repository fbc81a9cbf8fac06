// The examples that are published for ports to other languages, each held against core.
import { OAuthScopes } from '@linode-login/core'
import * as describing from '@linode-login/core/describe'
import * as operations from '@linode-login/core/operations'
import { describe, expect, test } from 'vitest'
import { root } from '../repository.js'
import { proofsOfApiAnswers, tokenCovers } from './api-answers.fixture.js'
import { proofsByCalls } from './calls.fixture.js'
import { proofsOfLogin } from './login.fixture.js'
import { proveEach, publishedIn } from './published.fixture.js'

const published = publishedIn(`${root}packages/core/reference`)

proveEach(published, {
  ...proofsByCalls(OAuthScopes, describing, operations),
  ...proofsOfLogin,
  ...proofsOfApiAnswers,
})

describe('a token that is asked to have it', () => {
  proveEach({ covers: published['covers'] ?? [] }, { covers: tokenCovers })
})

test('each kind of request is among the examples', () => {
  expect(new Set(published['requests']?.map(({ operation }) => operation))).toEqual(
    new Set(['exchange', 'refresh', 'revoke', 'expire']),
  )
})
