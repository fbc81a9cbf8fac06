import { expect, test } from 'vitest'
import { anchorOf } from '../../model/headings.js'
import { acme, partlyRetired } from '../../spec/acme.fixture.js'
import { gitHub } from '../../spec/providers.fixture.js'
import { emitted } from '../model.fixture.js'
import { families } from '../scopes/families.js'
import { scopes } from '../scopes/scopes.js'
import { referenceOfScopes } from './reference-of-scopes.js'

test.each([
  ['families', acme],
  ['families retired in part', partlyRetired],
  ['single scopes', gitHub],
])('every link of the scopes leads to a heading of the reference: %s', async (_, spec) => {
  const modules = Object.values({
    ...(await emitted(scopes, spec)),
    ...(await emitted(families, spec)),
  }).join()
  const { 'reference/scopes.md': page = '' } = await emitted(referenceOfScopes, spec)
  const links = [...modules.matchAll(/@see \{@link https:\/\/acme\.example\/reference\/scopes\.md#(.+)\}/g)]
  const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => anchorOf(heading ?? ''))
  expect(links.length).toBeGreaterThan(0)
  expect(headings).toEqual(expect.arrayContaining(links.map(([, anchor]) => anchor)))
})
