import { expect, test } from 'vitest'
import { acme } from '../../spec/acme.fixture.js'
import { emitted } from '../model.fixture.js'
import { provider } from './provider.js'

const PATH = 'server/generated/provider.ts'

test('a consent page has words for every scope, retired ones among them and the wildcard last', async () => {
  const { [PATH]: text } = await emitted(provider)
  expect(text).toContain(`  scopes: [
    { scope: 'box:read', title: 'Boxes: see', description: 'See your boxes.' },
    { scope: 'box:write', title: 'Boxes: change', description: 'Change your boxes.' },
    { scope: 'gift_card:read', title: 'Gift cards: see', description: 'See your gift cards.' },
    { scope: 'gift_card:write', title: 'Gift cards: change', description: 'Send gift cards.' },
    { scope: 'stamp:read', title: 'Stamps: see', description: 'See your stamps.' },
    { scope: 'offline', title: 'offline', description: 'Stay signed in.' },
    { scope: '*', title: 'Everything', description: 'Do everything.' },
  ],
`)
})

test('requests that share a path are told apart by a constant, others by nothing', async () => {
  const { [PATH]: text } = await emitted(provider)
  expect(text).toContain(
    "      selector: { parameter: 'grant_type', value: 'authorization_code', assumed: true },\n",
  )
  expect(text).toContain(
    "      selector: { parameter: 'grant_type', value: 'refresh_token', assumed: false },\n",
  )
  expect(text?.match(/selector/g)).toHaveLength(2)
})

test('a parameter is one under each of its names, and so is a secret one', async () => {
  const { [PATH]: text } = await emitted(provider)
  expect(text).toContain("      parameters: ['grant_type', 'refresh_token', 'token'],\n")
  expect(text).toMatch(/secretParameters: \[.*'refresh_token', 'token'\],/)
})

test('a request that is answered by another page says which', async () => {
  const { [PATH]: text } = await emitted(provider)
  expect(text?.match(/location: .*/g)).toEqual(["location: '/bye',"])
})

test('what is imported is named, and used in short', async () => {
  const { [PATH]: text } = await emitted(provider)
  expect(text).toContain("import { hierarchy } from '../../client/generated/hierarchy.js'\n")
  expect(text).toContain("  name: 'Acme Cloud',\n  hierarchy,\n")
})

test('of several words of its own for one error the first is answered, and others stay as in the RFC', async () => {
  const ownWords = {
    ...acme,
    endpoints: acme.endpoints
      .replace('errors: [invalid_request, invalid_grant]', 'errors: [old_code, bad_code, invalid_request]')
      .replace(
        '\ncredentials:',
        `
  old_code: { status: 200, means: invalid_grant, description: It is old., source: facts }
  bad_code: { status: 200, means: invalid_grant, description: It is bad., source: facts }
credentials:`,
      ),
  }
  const { [PATH]: text } = await emitted(provider, ownWords)
  expect(text?.match(/errorNames: .*/g)).toEqual(["errorNames: { invalid_grant: 'old_code' },"])
})
